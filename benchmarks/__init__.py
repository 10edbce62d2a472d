"""The engines side by side with their peers: `make bench`. See README.md."""
