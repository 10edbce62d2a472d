"""Show the rendered site on this machine, with the types that its files have everywhere.

python -m web.serve [PORT]
"""

import argparse
import functools
import sys
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

from web import ROOT

TYPES = {  # which Python's own server does not know, or not in all versions
    ".mjs": "text/javascript",
    ".wasm": "application/wasm",
    ".gz": "application/gzip",
    ".woff2": "font/woff2",
    ".webmanifest": "application/manifest+json",
}


class Handler(SimpleHTTPRequestHandler):
    """Serves files, and says nothing."""

    extensions_map = SimpleHTTPRequestHandler.extensions_map | TYPES

    def log_message(self, format, *args):
        """Say nothing: a line for each file would bury the one with the address."""


class Server(ThreadingHTTPServer):
    """Goes on without a word when a browser has not waited for the end of a file."""

    def handle_error(self, request, client_address):
        """Report what went wrong, unless the other side has gone."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def server(folder, port=0):
    """A server of a folder's files on this machine's own address; port 0 takes a free one."""
    return Server(("127.0.0.1", port), functools.partial(Handler, directory=folder))


def main():
    """Serve until Ctrl-C; exit 1 with one clear line where the port is taken."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("port", nargs="?", type=int, default=8000)
    port = parser.parse_args().port
    try:
        serving = server(ROOT / "_site", port)
    except (OSError, OverflowError) as error:
        sys.exit(f"make serve: port {port} cannot be used ({error}); take another: PORT={port + 1}")
    print(f"The site is at http://127.0.0.1:{port}/ (Ctrl-C ends; another port: make serve PORT=…)")
    with serving:
        try:
            serving.serve_forever()
        except KeyboardInterrupt:
            print()


if __name__ == "__main__":
    main()
