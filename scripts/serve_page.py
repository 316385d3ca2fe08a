"""Serve one HTML page on this machine, and open it: `serve_page.py PAGE [--port N] [--no-browser]`."""

from __future__ import annotations

import argparse
import os
import signal
import sys
import webbrowser
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

HOST = "127.0.0.1"
FIRST_PORT = 8710
TRIES = 50


class PageServer(ThreadingHTTPServer):
    """A server for the one page; read anew at each request, so a fresh drawing shows on reload."""

    daemon_threads = True
    # With address reuse Windows would let two servers share one port.
    allow_reuse_address = os.name != "nt"

    def __init__(self, page: Path, port: int) -> None:
        self.page = page
        super().__init__((HOST, port), PageHandler)


class PageHandler(BaseHTTPRequestHandler):
    """Answers `/` with the page and everything else with 404."""

    server_version = "footlights"
    sys_version = ""
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        assert isinstance(self.server, PageServer)
        if self.path.partition("?")[0] != "/":
            self.answer(HTTPStatus.NOT_FOUND, b"There is one page here: /\n", "text/plain; charset=utf-8")
            return
        try:
            page = self.server.page.read_bytes()
        except OSError as trouble:
            words = f"The page cannot be read: {trouble.strerror}\n".encode()
            self.answer(HTTPStatus.INTERNAL_SERVER_ERROR, words, "text/plain; charset=utf-8")
            return
        self.answer(HTTPStatus.OK, page, "text/html; charset=utf-8")

    def do_HEAD(self) -> None:
        self.do_GET()

    def answer(self, status: HTTPStatus, body: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *_args: object) -> None:
        """Say nothing: the terminal is for the person."""


def listen(page: Path, asked: int | None) -> PageServer:
    """A server on the port asked for, or else the first free one from FIRST_PORT on; OSError if none is."""
    if asked is not None:
        return PageServer(page, asked)
    for port in range(FIRST_PORT, FIRST_PORT + TRIES):
        try:
            return PageServer(page, port)
        except OSError:
            continue
    return PageServer(page, 0)


def port_number(text: str) -> int:
    """The port that text names; ValueError if it names none."""
    if not text.isascii() or not text.isdigit() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"a port is a number from 0 to 65535, not {text!r}")
    return int(text)


def there_is_a_display() -> bool:
    """Whether a browser window could open here: a build server and an ssh session have none."""
    if os.environ.get("CI"):
        return False
    return sys.platform in {"win32", "darwin"} or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def serve(page: Path, port: int | None, open_browser: bool) -> int:
    """Serve until Ctrl-C (KeyboardInterrupt); 2 if the port that was asked for cannot be had."""
    try:
        server = listen(page, port)
    except OSError as trouble:
        print(f"Port {port} cannot be had: {trouble.strerror}. Choose another with --port.", file=sys.stderr)
        return 2
    with server:
        address = f"http://{HOST}:{server.server_address[1]}/"
        print(f"{page}\n{address}\nCtrl-C ends this.", flush=True)
        if open_browser:
            webbrowser.open(address)
        server.serve_forever(poll_interval=0.1)
    return 0


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="dev.py demo", description="Serve the demonstration page.")
    parser.add_argument("page", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--port", type=port_number, default=os.environ.get("FOOTLIGHTS_PORT") or None)
    parser.add_argument("--no-browser", action="store_true", help="do not open a browser window")
    chosen = parser.parse_args(argv)
    # A stop from outside is as good as Ctrl-C; and Ctrl-C must work where a parent had it ignored.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        return serve(chosen.page, chosen.port, open_browser=not chosen.no_browser and there_is_a_display())
    except KeyboardInterrupt:
        return 0


if __name__ == "__main__":
    sys.exit(main())
