"""The rendered site as a web host serves it: compressed, and to be kept by the browser."""

import functools
import gzip
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

COMPRESSED = ("text/", "application/json", "application/javascript", "image/svg+xml")


class GzipHandler(SimpleHTTPRequestHandler):
    """Sends text gzipped, all with leave to keep it for ten minutes, as GitHub Pages does."""

    protocol_version = "HTTP/1.1"  # keeps connections open, as every host does

    def do_GET(self) -> None:
        """Send a file; for a folder, its index.html."""
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file():
            self.send_error(404)
            return
        kind = self.guess_type(str(file))
        text = kind.startswith(COMPRESSED)
        body = compressed(file) if text else file.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if text else kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        if text:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)
        self.server.sent[self.path] = len(body)

    def log_message(self, format, *args) -> None:
        """Say nothing."""


@functools.cache
def compressed(file: Path) -> bytes:
    return gzip.compress(file.read_bytes(), 6, mtime=0)


class GzipServer(ThreadingHTTPServer):
    """A server on a free port of this machine."""

    def __init__(self, folder: Path):
        super().__init__(("127.0.0.1", 0), functools.partial(GzipHandler, directory=folder))
        self.address = f"http://127.0.0.1:{self.server_port}"
        self.sent: dict[str, int] = {}  # {address: bytes} of what was sent

    def handle_error(self, request, client_address) -> None:
        """Say nothing where a browser left before it had everything; a page that is closed may."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def gzip_server(folder: Path) -> Iterator[GzipServer]:
    """Serve a folder."""
    with GzipServer(folder) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()
