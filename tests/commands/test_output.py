"""``-o``: never over what is read, never over our own files, over the work of nobody, and whole or not at all."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import stat
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
from threading import Barrier
from zipfile import ZipFile

import pytest

import npm_readiness
from npm_readiness import Assessment, load_profile, render
from npm_readiness.commands import output, overwriting, putting
from npm_readiness.commands.output import Output
from npm_readiness.commands.putting import put_new, written_beside
from npm_readiness.gap_report import formats
from npm_readiness.gap_report.format import known_formats
from npm_readiness.problems import InputError
from tests.commands.conftest import PROFILE, Outcome, Run

FORMATS = formats.names()
READ = "which this command reads (name another file; --force does not change this)"
NOT_OURS = "there is a file already: nothing in it shows that npm-readiness wrote it"
EDITED = "there is a file already: a report or profile that has been edited since npm-readiness wrote it"
WHAT_TO_DO = "(name another file, or write over it with --force)"

CHECKLIST = """\
checklist: mine
title: Mine
version: "1"
counts_for: readiness
about: One criterion.
criteria:
  - id: one
    title: One
    requirement: Something.
    why: A reason.
    provisions: [opcat-17]
    dimension: mandate
    stage: operation
    aspect: law
    questions:
      - id: one-asked
        text: Is it so?
        rubric: {yes: "It is.", partial: "In part.", no: "It is not."}
    action: Do it.
    addressee: government
"""


@pytest.fixture
def own(folder: Path) -> Path:
    """A folder with a checklist of the user's own, in a folder below it."""
    (folder / "own" / "deep").mkdir(parents=True)
    (folder / "own" / "deep" / "mine.yaml").write_text(CHECKLIST, encoding="utf-8")
    return folder / "own"


def same(folder: Path, file: str) -> str:
    return file


def by_a_detour(folder: Path, file: str) -> str:
    return f"./own/../{file}"


def from_the_root(folder: Path, file: str) -> str:
    return str((folder / file).absolute())


def by_a_symbolic_link(folder: Path, file: str) -> str:
    (folder / "link.yaml").symlink_to(folder / file)
    return "link.yaml"


def by_a_link_to_a_link(folder: Path, file: str) -> str:
    (folder / "first.yaml").symlink_to(file)
    (folder / "second.yaml").symlink_to("first.yaml")
    return "second.yaml"


def by_a_linked_folder(folder: Path, file: str) -> str:
    (folder / "elsewhere").symlink_to(folder, target_is_directory=True)
    return f"elsewhere/{file}"


def by_a_hard_link(folder: Path, file: str) -> str:
    os.link(folder / file, folder / "hard.yaml")
    return "hard.yaml"


WAYS = (
    same,
    by_a_detour,
    from_the_root,
    by_a_symbolic_link,
    by_a_link_to_a_link,
    by_a_linked_folder,
    by_a_hard_link,
)


def unchanged(folder: Path) -> dict[str, bytes]:
    """Every file below the folder with its content."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


class TestNeverOverAnInput:
    @pytest.mark.parametrize("force", [(), ("--force",)], ids=["", "forced"])
    @pytest.mark.parametrize("way", WAYS)
    @pytest.mark.parametrize("read", ["profile.yaml", "own/deep/mine.yaml"])
    def test_by_whatever_path_or_link(
        self, run: Run, own: Path, way: Callable[[Path, str], str], read: str, force: tuple[str, ...]
    ) -> None:
        target = way(own.parent, read)
        before = unchanged(own.parent)
        outcome = run("assess", "profile.yaml", "--catalogue", "own", "--format", "json", "-o", target, *force)
        assert outcome == (2, "", f"{target}: the output would go over {read}, {READ}\n")
        assert unchanged(own.parent) == before

    def test_nor_over_a_link_by_which_it_was_read(self, run: Run, folder: Path) -> None:
        (folder / "link.yaml").symlink_to("profile.yaml")
        outcome = run("assess", "link.yaml", "--format", "json", "-o", "profile.yaml", "--force")
        assert outcome.err == f"profile.yaml: the output would go over link.yaml, {READ}\n"
        assert (folder / "profile.yaml").read_text(encoding="utf-8") == PROFILE

    def test_nor_over_a_single_file_given_as_catalogue(self, run: Run, own: Path) -> None:
        file = "own/deep/mine.yaml"
        outcome = run("assess", "profile.yaml", "--catalogue", file, "--format", "json", "-o", file, "--force")
        assert outcome.code == 2
        assert (own / "deep" / "mine.yaml").read_text(encoding="utf-8") == CHECKLIST

    def test_nor_by_init(self, run: Run, own: Path) -> None:
        file = "own/deep/mine.yaml"
        outcome = run("init", "--country", "TKM", "--catalogue", "own", "-o", file, "--force")
        assert outcome == (2, "", f"{file}: the output would go over {file}, {READ}\n")
        assert (own / "deep" / "mine.yaml").read_text(encoding="utf-8") == CHECKLIST

    def test_nor_over_a_new_profile_that_is_assessed(self, run: Run, folder: Path) -> None:
        run("init", "--country", "TKM", "--date", "2020-01-01", "-o", "new.yaml")
        assert run("assess", "new.yaml", "--format", "json", "-o", "new.yaml").code == 2
        assert load_profile(folder / "new.yaml").country == "TKM"

    def test_it_is_said_before_anything_is_read(self, run: Run, folder: Path) -> None:
        (folder / "profile.yaml").write_text("nothing: here\n", encoding="utf-8")
        outcome = run("assess", "profile.yaml", "--format", "json", "-o", "profile.yaml")
        assert outcome.err == f"profile.yaml: the output would go over profile.yaml, {READ}\n"


class TestNeverIntoTheProduct:
    @pytest.mark.parametrize("name", ["new.html", "no-such-folder/new.html"])
    def test_not_into_the_package(self, run: Run, folder: Path, name: str) -> None:
        target = Path(npm_readiness.__file__).parent / name
        outcome = run("assess", "profile.yaml", "-o", str(target), "--force")
        assert outcome.code == 2
        assert outcome.err.startswith(f"{target}: the output would go into npm-readiness itself, as {target} (")
        assert not target.exists()

    @pytest.mark.parametrize(
        "way", [same, by_a_detour, by_a_symbolic_link, by_a_hard_link], ids=lambda way: str(way.__name__)
    )
    def test_not_over_our_checklists(
        self, own: Path, monkeypatch: pytest.MonkeyPatch, way: Callable[[Path, str], str]
    ) -> None:
        monkeypatch.setattr(overwriting, "built_in_folder", lambda: own)
        target = way(own.parent, "own/deep/mine.yaml")
        with pytest.raises(InputError, match="would go into npm-readiness itself"):
            Output(target, force=True).check()

    def test_not_among_our_checklists(self, own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(overwriting, "built_in_folder", lambda: own)
        with pytest.raises(InputError, match="would go into npm-readiness itself"):
            Output("own/new.yaml").check()


def written(run: Run, form: str, file: str = "report") -> Outcome:
    """What the command says that writes a report in this format."""
    return run("assess", "profile.yaml", "--format", form, "-o", file)


class TestOverAFileThatIsThere:
    @pytest.mark.parametrize("form", FORMATS)
    def test_a_report_that_nobody_has_edited_is_written_over(self, run: Run, folder: Path, form: str) -> None:
        assert written(run, form) == (0, "", "report written\n")
        first = (folder / "report").read_bytes()
        (folder / "profile.yaml").write_text(PROFILE.replace("2023-12-14", "2023-12-15"), encoding="utf-8")
        assert written(run, form) == (0, "", "report written\n")
        assert (folder / "report").read_bytes() != first
        assert sorted(path.name for path in folder.iterdir()) == ["profile.yaml", "report"]

    @pytest.mark.parametrize("form", FORMATS)
    def test_one_that_somebody_has_edited_is_not(self, run: Run, folder: Path, form: str) -> None:
        written(run, form)
        data = bytearray((folder / "report").read_bytes())
        data[len(data) // 2] ^= 1
        (folder / "report").write_bytes(data)
        outcome = written(run, form)
        assert outcome == (2, "", f"report: {EDITED} {WHAT_TO_DO}\n")
        assert (folder / "report").read_bytes() == data
        assert run("assess", "profile.yaml", "--format", form, "-o", "report", "--force").code == 0
        assert (folder / "report").read_bytes() != data

    @pytest.mark.parametrize(("form", "part"), [("docx", "word/document.xml"), ("xlsx", "xl/sharedStrings.xml")])
    def test_nor_one_in_which_somebody_has_changed_a_part(self, run: Run, folder: Path, form: str, part: str) -> None:
        written(run, form)
        file = BytesIO()
        with ZipFile(folder / "report") as before, ZipFile(file, "w") as after:
            after.comment = before.comment
            for name in before.namelist():
                content = before.read(name)
                after.writestr(name, content.replace(b"Turkmenistan", b"Turkmenistaan") if name == part else content)
        (folder / "report").write_bytes(file.getvalue())
        assert written(run, form).err == f"report: {EDITED} {WHAT_TO_DO}\n"

    @pytest.mark.parametrize("form", ["docx", "xlsx"])
    def test_nor_one_that_an_office_suite_has_saved(self, run: Run, folder: Path, form: str) -> None:
        soffice = shutil.which("soffice")
        if soffice is None and "CI" not in os.environ:
            pytest.skip("LibreOffice (soffice) is not installed")
        assert soffice is not None, "LibreOffice (soffice) is not installed"
        written(run, form, f"report.{form}")
        command = [soffice, f"-env:UserInstallation={(folder / 'settings').as_uri()}", "--headless"]
        command += ["--convert-to", form, "--outdir", str(folder / "saved"), f"report.{form}"]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        shutil.copy(folder / "saved" / f"report.{form}", folder)
        outcome = written(run, form, f"report.{form}")
        assert outcome == (2, "", f"report.{form}: {EDITED} {WHAT_TO_DO}\n")

    def test_a_report_may_follow_one_in_another_format(self, run: Run, folder: Path) -> None:
        for form in ("json", "docx", "text"):
            assert written(run, form).code == 0

    def test_what_the_library_has_drawn_is_a_report_too(self, run: Run, folder: Path) -> None:
        written(run, "json", "r.json")
        assessment = Assessment.from_json((folder / "r.json").read_text(encoding="utf-8"))
        for form in ("docx", "html"):
            report = render(assessment, form)
            data = report if isinstance(report, bytes) else report.encode()
            (folder / form).write_bytes(data)
            assert written(run, form, form).code == 0
            assert (folder / form).read_bytes() == data

    @pytest.mark.parametrize("content", ["<!doctype html>\n", " ", "\n", "<!-- npm-readiness -->\n"])
    def test_a_file_of_somebody_else_is_not(self, run: Run, folder: Path, content: str) -> None:
        (folder / "r.html").write_text(content, encoding="utf-8")
        assert run("assess", "profile.yaml", "-o", "r.html") == (2, "", f"r.html: {NOT_OURS} {WHAT_TO_DO}\n")
        assert (folder / "r.html").read_text(encoding="utf-8") == content
        assert run("assess", "profile.yaml", "-o", "r.html", "--force").code == 0

    def test_nor_one_that_is_larger_than_any_report_is(
        self, run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        written(run, "json")
        monkeypatch.setattr(overwriting, "MOST_BYTES", (folder / "report").stat().st_size - 1)
        assert written(run, "json").err == f"report: {NOT_OURS} {WHAT_TO_DO}\n"

    def test_an_empty_file_holds_nothing_that_could_be_lost(self, run: Run, folder: Path) -> None:
        (folder / "r.html").touch()
        assert run("assess", "profile.yaml", "-o", "r.html").code == 0

    def test_the_rights_of_the_file_stay(self, run: Run, folder: Path) -> None:
        written(run, "json")
        (folder / "report").chmod(0o640)
        written(run, "html")
        assert stat.S_IMODE((folder / "report").stat().st_mode) == 0o640

    def test_a_file_that_may_only_be_read_is_left_alone_even_with_force(self, run: Run, folder: Path) -> None:
        written(run, "json")
        (folder / "report").chmod(0o400)
        for force in ((), ("--force",)):
            outcome = run("assess", "profile.yaml", "--format", "html", "-o", "report", *force)
            assert outcome.code == 2
            assert "report: the output cannot be written: it is a file that may only be read" in outcome.err
        assert (folder / "report").read_bytes().startswith(b"{")


class TestOverANewProfile:
    def test_one_that_nobody_has_touched_is_written_over(self, run: Run, folder: Path) -> None:
        assert run("init", "--country", "TKM", "-o", "new.yaml").code == 0
        assert run("init", "--country", "GEO", "-o", "new.yaml") == (0, "", "new.yaml written\n")
        assert "country: GEO" in (folder / "new.yaml").read_text(encoding="utf-8")

    @pytest.mark.parametrize("edited", ["answer: yes", "answer:  "])
    def test_one_that_somebody_has_begun_to_fill_in_is_not(self, run: Run, folder: Path, edited: str) -> None:
        run("init", "--country", "TKM", "-o", "new.yaml")
        text = (folder / "new.yaml").read_text(encoding="utf-8").replace("answer:", edited, 1)
        (folder / "new.yaml").write_text(text, encoding="utf-8")
        outcome = run("init", "--country", "TKM", "-o", "new.yaml")
        assert outcome == (2, "", f"new.yaml: {EDITED} {WHAT_TO_DO}\n")
        assert (folder / "new.yaml").read_text(encoding="utf-8") == text
        assert run("init", "--country", "TKM", "-o", "new.yaml", "--force").code == 0
        assert (folder / "new.yaml").read_text(encoding="utf-8") != text

    def test_nor_one_of_somebody_else(self, run: Run, folder: Path) -> None:
        outcome = run("init", "--country", "TKM", "-o", "profile.yaml")
        assert outcome == (2, "", f"profile.yaml: {NOT_OURS} {WHAT_TO_DO}\n")
        assert (folder / "profile.yaml").read_text(encoding="utf-8") == PROFILE

    def test_on_standard_output_it_has_no_seal(self, run: Run) -> None:
        assert "npm-readiness-digest" not in run("init", "--country", "TKM").out

    @pytest.mark.parametrize(
        ("name", "reason"),
        [("new.html", "the ending .html is not that of a profile"), ("new", "the name of the file has no ending")],
    )
    def test_its_name_ends_as_that_of_a_yaml_file(self, run: Run, folder: Path, name: str, reason: str) -> None:
        outcome = run("init", "--country", "TKM", "-o", name)
        advice = "a profile is YAML: let the name end in .yaml or .yml"
        assert outcome == (2, "", f"{name}: {reason} ({advice})\n")
        assert not (folder / name).exists()
        assert run("init", "--country", "TKM", "-o", "new.YML").code == 0


class TestWhereItGoes:
    def test_quiet_says_nothing(self, run: Run, folder: Path) -> None:
        assert run("assess", "profile.yaml", "-o", "r.html", "--quiet") == (0, "", "")
        assert run("init", "--country", "TKM", "-o", "new.yaml", "--quiet") == (0, "", "")

    def test_a_folder_that_is_not_there_is_said_at_once(self, run: Run, folder: Path) -> None:
        outcome = run("assess", "no-such-profile.yaml", "-o", "no/such/r.html")
        reason = f"there is no folder {folder}/no/such"
        assert outcome.err == (
            f"no/such/r.html: the output cannot be written: {reason} (check the folder and the permissions)\n"
        )

    def test_a_folder_is_no_file(self, run: Run, folder: Path) -> None:
        (folder / "r.html").mkdir()
        outcome = run("assess", "profile.yaml", "-o", "r.html", "--force")
        assert outcome.code == 2
        assert "r.html: the output cannot be written: it is a folder" in outcome.err

    def test_a_link_stays_a_link_and_what_it_leads_to_is_written(self, run: Run, folder: Path) -> None:
        (folder / "reports").mkdir()
        (folder / "r.html").symlink_to("reports/today.html")
        for _ in range(2):  # it leads to nothing at first, then to a report
            assert run("assess", "profile.yaml", "-o", "r.html").code == 0
            assert (folder / "r.html").is_symlink()
        assert (folder / "reports" / "today.html").is_file()
        (folder / "reports" / "today.html").write_text("Mine.", encoding="utf-8")
        assert run("assess", "profile.yaml", "-o", "r.html").code == 2

    def test_a_circle_of_links_is_no_traceback(self, run: Run, folder: Path) -> None:
        (folder / "a.html").symlink_to("b.html")
        (folder / "b.html").symlink_to("a.html")
        outcome = run("assess", "profile.yaml", "-o", "a.html")
        assert outcome.code == 2
        assert outcome.err.startswith("a.html: the output cannot be written: ")

    def test_a_name_may_be_as_long_as_the_system_allows(self, run: Run, folder: Path) -> None:
        name = "r" * 250 + ".html"
        assert run("assess", "profile.yaml", "-o", name).code == 0
        assert run("assess", "profile.yaml", "-o", f"r{name}").code == 2

    def test_a_pipe_is_written_to_and_stays_a_pipe(self, run: Run, folder: Path) -> None:
        os.mkfifo(folder / "pipe")
        reader = os.open(folder / "pipe", os.O_RDONLY | os.O_NONBLOCK)
        try:
            assert run("assess", "profile.yaml", "--format", "text", "-o", "pipe") == (0, "", "")
            report = os.read(reader, 100_000).decode()
        finally:
            os.close(reader)
        assert report.startswith("Turkmenistan")
        assert "Digest" not in report
        assert stat.S_ISFIFO((folder / "pipe").stat().st_mode)

    def test_a_pipe_that_nobody_reads_from_does_not_hold_up(self, run: Run, folder: Path) -> None:
        os.mkfifo(folder / "pipe")
        outcome = run("assess", "profile.yaml", "--format", "text", "-o", "pipe")
        assert outcome.code == 2
        assert outcome.err.startswith("pipe: the output cannot be written: nobody reads from this pipe (")

    def test_nor_does_one_from_which_nothing_is_taken(
        self, run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(putting, "PATIENCE", 0)
        os.mkfifo(folder / "pipe")
        reader = os.open(folder / "pipe", os.O_RDONLY | os.O_NONBLOCK)
        try:
            outcome = run("assess", "profile.yaml", "--format", "json", "-o", "pipe")
        finally:
            os.close(reader)
        assert outcome.code == 2
        assert "nobody takes out what is in this pipe already" in outcome.err

    def test_devices_are_written_to(self, run: Run, folder: Path) -> None:
        assert run("assess", "profile.yaml", "--format", "docx", "-o", "/dev/null") == (0, "", "")
        assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)
        outcome = run("assess", "profile.yaml", "--format", "text", "-o", "/dev/full")
        assert outcome.code == 2
        assert outcome.err.startswith("/dev/full: the output cannot be written: No space left on device")

    def test_a_disk_is_not(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        disk = os.stat_result((stat.S_IFBLK | 0o660, *range(1, 10)))
        monkeypatch.setattr(overwriting, "status_of", lambda file: disk)
        with pytest.raises(InputError, match="it is a disk or a socket"):
            Output("/dev/sda", force=True).check()

    @pytest.mark.parametrize("into", ["", "> out.txt", ">> out.txt"])
    @pytest.mark.parametrize("command", ["assess profile.yaml --format text", "init --country TKM"])
    def test_standard_output_has_a_name_too(self, run: Run, folder: Path, command: str, into: str) -> None:
        redirected = f"{sys.executable} -m npm_readiness {command} -o /dev/stdout {into}"
        found = subprocess.run(redirected, shell=True, capture_output=True, check=True)
        assert found.stderr == b""
        assert (found.stdout or (folder / "out.txt").read_bytes()).decode() == run(*command.split()).out

    def test_standard_output_may_not_lead_to_an_input_either(self, folder: Path) -> None:
        command = f"{sys.executable} -m npm_readiness assess profile.yaml --format json -o /dev/stdout >> profile.yaml"
        found = subprocess.run(command, shell=True, capture_output=True, check=False)
        assert found.returncode == 2
        assert (folder / "profile.yaml").read_text(encoding="utf-8") == PROFILE


class TestWholeOrNotAtAll:
    @pytest.mark.parametrize("stop", [KeyboardInterrupt(), OSError(errno.ENOSPC, "full"), SystemExit(1)], ids=repr)
    def test_what_is_half_done_is_taken_away(self, folder: Path, stop: BaseException) -> None:
        with pytest.raises(type(stop)), written_beside(folder / "r.html", b"new"):  # noqa: PT012
            assert len(list(folder.iterdir())) == 2
            raise stop
        assert [path.name for path in folder.iterdir()] == ["profile.yaml"]

    @pytest.mark.skipif(sys.platform == "win32", reason="signals wait on POSIX only")
    @pytest.mark.parametrize("sign", ["SIGTERM", "SIGINT", "SIGHUP"])
    def test_a_signal_waits_until_the_file_is_in_its_place(self, folder: Path, sign: str) -> None:
        script = (
            "import os, signal\n"
            "from pathlib import Path\n"
            "from npm_readiness.commands.putting import put_new, written_beside\n"
            f"signal.signal(signal.{sign}, signal.SIG_DFL)\n"
            "with written_beside(Path('r.html'), b'whole') as beside:\n"
            f"    os.kill(os.getpid(), signal.{sign})\n"
            "    put_new(beside, Path('r.html'))\n"
            "print('still here')\n"
        )
        done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False, cwd=folder)
        assert (done.returncode, done.stdout) == (-getattr(signal, sign), b"")
        assert unchanged(folder) == {"profile.yaml": PROFILE.encode(), "r.html": b"whole"}

    @pytest.mark.parametrize("links", [True, False], ids=["with hard links", "without hard links"])
    def test_of_several_that_make_a_file_at_once_one_wins(
        self, folder: Path, links: bool, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse(*_: object) -> None:
            raise PermissionError(errno.EPERM, "Operation not permitted")

        if not links:
            monkeypatch.setattr(os, "link", refuse)
        start = Barrier(8)

        def make(number: int) -> bool:
            with written_beside(folder / "new.yaml", str(number).encode()) as beside:
                start.wait()
                try:
                    put_new(beside, folder / "new.yaml")
                except FileExistsError:
                    return False
                return True

        with ThreadPoolExecutor(8) as pool:
            won = list(pool.map(make, range(8)))
        assert won.count(True) == 1
        assert unchanged(folder) == {"profile.yaml": PROFILE.encode(), "new.yaml": str(won.index(True)).encode()}

    @pytest.mark.parametrize(
        ("between", "said"),
        [("before the last look", NOT_OURS), ("after it", "there is a file already: another program has made it")],
    )
    def test_a_file_that_comes_in_between_is_left_alone(
        self, run: Run, folder: Path, between: str, said: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        name = "written_beside" if between == "before the last look" else "put_new"
        does = getattr(output, name)

        def with_somebody_in_between(*arguments: Path) -> object:
            (folder / "new.yaml").write_text("mine", encoding="utf-8")
            return does(*arguments)

        monkeypatch.setattr(output, name, with_somebody_in_between)
        outcome = run("init", "--country", "TKM", "-o", "new.yaml")
        assert outcome.code == 2
        assert outcome.err.startswith(f"new.yaml: {said}")
        assert sorted(path.name for path in folder.iterdir()) == ["new.yaml", "profile.yaml"]
        assert (folder / "new.yaml").read_text(encoding="utf-8") == "mine"


def test_every_format_that_is_not_drawn_with_a_seal_has_one_for_files() -> None:
    assert {name for name, form in known_formats().items() if form.seal is not None} == {"json", "text"}
