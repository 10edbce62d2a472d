"""Open JupyterLab on the first notebook, or, where no browser can open, print its address.

Arguments are handed on to JupyterLab: make lab LAB="--port 9000".
"""

import os
import sys
import webbrowser

FIRST = "notebooks/01-random-search.ipynb"


def browser_opens() -> bool:
    """Whether this process can open a browser window: a desktop, a browser, and not root."""
    if os.geteuid() == 0 or "SSH_CONNECTION" in os.environ:
        return False
    if sys.platform != "darwin" and not {"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys():
        return False
    try:
        return bool(webbrowser.get())
    except webbrowser.Error:
        return False


def main() -> None:
    """Replace this process by JupyterLab."""
    arguments = [
        # Both the page that opens and the address that is printed lead to the notebook itself.
        f"--LabApp.default_url=/lab/tree/{FIRST}",
        # Only what matters: warnings, and the address.
        "--log-level=WARN",
        # No question about news on a student's first visit, and no look for updates.
        "--LabApp.news_url=None",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    ]
    if not browser_opens():
        arguments.append("--no-browser")
        print("No browser can open from here: open the http:// address below in yours.", flush=True)
    if os.geteuid() == 0:
        arguments.append("--allow-root")
    os.execv(sys.executable, [sys.executable, "-m", "jupyterlab", *arguments, *sys.argv[1:]])


if __name__ == "__main__":
    main()
