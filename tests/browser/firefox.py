"""Debian's own Firefox, driven by what it brings itself (Marionette), since Playwright drives only a Firefox of its own making.

The protocol is JSON behind its length: https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html.
"""

from __future__ import annotations

import json
import socket
import subprocess
import time
from pathlib import Path
from typing import Any

__all__ = ["Firefox"]

PATIENCE = 60.0
"""Seconds to wait for the browser to start; elsewhere for a file to be saved."""
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
"""The key under which WebDriver keeps the reference to an element."""


class Firefox:
    """A browser without a window; what it downloads is in ``downloads``."""

    def __init__(self, program: str, folder: Path) -> None:
        self.downloads = folder / "downloads"
        profile = folder / "firefox"
        for one in (self.downloads, profile):
            one.mkdir()
        settings = {
            "marionette.port": 0,
            "browser.download.folderList": 2,
            "browser.download.dir": str(self.downloads),
            "browser.download.alwaysOpenPanel": False,
            "browser.shell.checkDefaultBrowser": False,
            "datareporting.policy.dataSubmissionEnabled": False,
            "app.update.enabled": False,
        }
        lines = (f'user_pref("{name}", {json.dumps(value)});\n' for name, value in settings.items())
        (profile / "user.js").write_text("".join(lines), encoding="utf-8")
        command = [program, "--headless", "--marionette", "--no-remote", "--profile", str(profile)]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            port = int(_told(profile / "MarionetteActivePort"))
            self._socket = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)
            self._answer()
            self._number = 0
            self.does("WebDriver:NewSession")
        except BaseException:
            self.process.kill()
            raise

    def does(self, command: str, **values: Any) -> Any:
        """What a command of WebDriver gives; raises ``RuntimeError`` where it fails."""
        self._number += 1
        text = json.dumps([0, self._number, command, values])
        self._socket.sendall(f"{len(text.encode())}:{text}".encode())
        _, _, error, result = self._answer()
        if error is not None:
            raise RuntimeError(f"{command}: {error['error']}: {error['message']}")
        return result.get("value") if isinstance(result, dict) else result

    def opens(self, file: Path) -> None:
        self.does("WebDriver:Navigate", url=file.as_uri())

    def finds(self, what: str) -> str:
        return str(self.does("WebDriver:FindElement", using="css selector", value=what)[ELEMENT])

    def clicks(self, what: str) -> None:
        self.does("WebDriver:ElementClick", id=self.finds(what))

    def types(self, what: str, text: str) -> None:
        self.does("WebDriver:ElementSendKeys", id=self.finds(what), text=text)

    def says(self, script: str, *arguments: Any) -> Any:
        return self.does("WebDriver:ExecuteScript", script=script, args=list(arguments), newSandbox=False)

    def saved(self, name: str) -> Path:
        """A file that was downloaded whole."""
        _told(self.downloads / name)
        return self.downloads / name

    def quits(self) -> None:
        self._socket.close()
        self.process.terminate()
        self.process.wait(PATIENCE)

    def _answer(self) -> Any:
        length = b""
        while not length.endswith(b":"):
            length += self._read(1)
        return json.loads(self._read(int(length[:-1])))

    def _read(self, size: int) -> bytes:
        data = b""
        while len(data) < size:
            piece = self._socket.recv(size - len(data))
            if not piece:
                raise RuntimeError("Firefox has closed the connection")
            data += piece
        return data


def _told(file: Path) -> str:
    """The text of a file, once there is something in it."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if file.exists() and not file.with_name(f"{file.name}.part").exists() and (text := file.read_text("utf-8")):
            return text
        time.sleep(0.05)
    raise RuntimeError(f"{file.name} did not come")
