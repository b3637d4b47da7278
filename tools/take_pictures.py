"""Takes the pictures in ``docs/``: of every example in a browser, of forms, and of the Word and Excel files on paper.

Usage: python tools/take_pictures.py

Needs Chromium, LibreOffice and pdftoppm (Debian: chromium, libreoffice-writer-nogui, libreoffice-calc-nogui, poppler-utils).
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from npm_readiness import assess, collect, load_profile, render
from npm_readiness.collecting.form import Note

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"
WIDE = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}


def main() -> None:
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for profile in sorted((ROOT / "examples").glob("*.yaml")):
            page = written(profile, "html", Path(folder))
            taken(browser, page, f"{profile.stem}.jpg", viewport=WIDE)
        report = Path(folder) / "turkmenistan.html"
        taken(browser, report, "phone.jpg", viewport=PHONE)
        taken(browser, report, "dark.jpg", viewport=WIDE, color_scheme="dark")
        taken(browser, report, "gaps.jpg", viewport=WIDE, place="section_6", beyond="fieldset, .filters")
        taken(browser, report, "concordance.jpg", viewport=WIDE, place="annex_a")
        forms(browser, Path(folder))
        browser.close()
        turkmenistan = ROOT / "examples" / "turkmenistan.yaml"
        on_paper(written(turkmenistan, "docx", Path(folder)), "word", pages=(1, 3))
        on_paper(written(turkmenistan, "xlsx", Path(folder)), "excel", pages=(1, 2))


def forms(browser: Browser, folder: Path) -> None:
    """The page on a screen and on a phone, and the workbook, as they go out in the worked example of ``docs/collecting.md``."""
    profile = load_profile(ROOT / "examples" / "collecting" / "profile.yaml")
    note = Note("Working group on the mechanism", "1 June 2025")
    page, workbook = folder / "police.html", folder / "prison-service.xlsx"
    page.write_bytes(collect(profile, "page", respondents=["police"], note=note))
    workbook.write_bytes(collect(profile, "workbook", respondents=["prison-service"], note=note))
    taken(browser, page, "collecting.jpg", viewport=WIDE)
    taken(browser, page, "collecting-phone.jpg", viewport=PHONE, place="title-mandate")
    on_paper(workbook, "collecting-workbook", pages=(1, 2))


def written(profile: Path, form: str, folder: Path) -> Path:
    """The report on a profile in a format, as a file."""
    report = render(assess(load_profile(profile)), form)
    path = folder / f"{profile.stem}.{form}"
    path.write_bytes(report if isinstance(report, bytes) else report.encode())
    return path


def taken(browser: Browser, page: Path, name: str, *, place: str = "", beyond: str = "", **context: Any) -> None:
    """A picture of what a reader sees first, or at a place of the report, or at the first thing beyond it."""
    opened = browser.new_context(**context).new_page()
    opened.goto(f"{page.as_uri()}#{place}" if place else page.as_uri())
    if beyond:
        opened.locator(f"#{place} :is({beyond})").first.scroll_into_view_if_needed()
        opened.locator(f"#{place} :is({beyond})").first.evaluate("element => element.scrollIntoView()")
    opened.screenshot(path=PICTURES / name, type="jpeg", quality=72)
    opened.close()


def on_paper(file: Path, name: str, pages: tuple[int, int]) -> None:
    """The first pages of a file of an office suite."""
    suite = f"-env:UserInstallation={(file.parent / 'office').as_uri()}"
    convert = ["soffice", suite, "--headless", "--convert-to", "pdf", "--outdir", str(file.parent), str(file)]
    subprocess.run(convert, check=True, capture_output=True)  # noqa: S603 - our own command
    first, last = map(str, pages)
    draw = ["pdftoppm", "-jpeg", "-jpegopt", "quality=75", "-r", "60", "-f", first, "-l", last]
    subprocess.run([*draw, str(file.with_suffix(".pdf")), str(PICTURES / name)], check=True)  # noqa: S603 - our own command
    for number, picture in enumerate(sorted(PICTURES.glob(f"{name}-*.jpg")), start=1):
        picture.replace(PICTURES / f"{name}{number}.jpg")


if __name__ == "__main__":
    main()
