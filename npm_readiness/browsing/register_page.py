"""The documentation page of the register: every provision, how far it was checked, and which criteria cite it."""

from __future__ import annotations

from collections.abc import Iterator

from npm_readiness.browsing.coverage import InstrumentCoverage, coverage
from npm_readiness.browsing.layout import cell
from npm_readiness.models.catalogue import Catalogue
from npm_readiness.models.register import Provision
from npm_readiness.models.vocabulary import Verified

__all__ = ["register_page"]

HEAD = """\
# The provisions that criteria cite

Every entry of the register, by instrument. What it says is a paraphrase that helps to find the right place, and never replaces
the text. How the entries were checked, and how to read what is disputed: [register.md](register.md). This page is made from
`checklists/register/` by `python tools/generate_docs.py`.
"""

CHECKED = {
    Verified.TEXT_SEEN: "wording read",
    Verified.MEMORY: "wording not seen",
}


def register_page(catalogue: Catalogue) -> str:
    """The page as Markdown."""
    found = coverage(catalogue)
    lines = [
        HEAD,
        "| instrument | entries | wording read | doubtful | not assessable | cited | to be cited |",
        "|---|---|---|---|---|---|---|",
    ]
    lines += [_summary(catalogue, entry) for entry in found.instruments]
    for entry in found.instruments:
        lines += ["", *_instrument(catalogue, entry)]
    return "\n".join(lines) + "\n"


def _of(catalogue: Catalogue, entry: InstrumentCoverage) -> list[Provision]:
    return [provision for provision in catalogue.provisions.values() if provision.instrument == entry.instrument.id]


def _summary(catalogue: Catalogue, entry: InstrumentCoverage) -> str:
    provisions = _of(catalogue, entry)
    read = sum(provision.verified is Verified.TEXT_SEEN for provision in provisions)
    figures = (
        len(provisions),
        read,
        len(entry.doubtful),
        len(entry.not_assessable),
        len(entry.cited),
        len(entry.cited) + len(entry.uncited),
    )
    name = f"[{cell(entry.instrument.title)}](#{entry.instrument.id})"
    return f"| {name} | {' | '.join(str(figure) for figure in figures)} |"


def _instrument(catalogue: Catalogue, entry: InstrumentCoverage) -> Iterator[str]:
    instrument = entry.instrument
    yield f'## <a id="{instrument.id}"></a>{instrument.title}'
    yield ""
    known = [instrument.symbol, None if instrument.year is None else str(instrument.year), instrument.body]
    yield f"{', '.join(part for part in known if part)}; {instrument.binding.value.replace('-', ' ')}."
    yield ""
    yield "| pinpoint | says | binds as | checked | cited by |"
    yield "|---|---|---|---|---|"
    for provision in _of(catalogue, entry):
        yield _provision(catalogue, provision, entry.cited.get(provision.id, ()))


def _provision(catalogue: Catalogue, provision: Provision, citing: tuple[str, ...]) -> str:
    pinpoint = f'<a id="{provision.id}"></a>{provision.pinpoint} `{provision.id}`'
    obligation = catalogue.provision_obligation(provision.id)
    checked = CHECKED[provision.verified] + (f", second reading {provision.cross_read}" if provision.cross_read else "")
    if provision.note is not None:
        checked += f". {provision.note}"
    cited = ", ".join(_criterion(catalogue, criterion) for criterion in citing)
    if not provision.assessable:
        cited = "not assessable"
    elif provision.doubtful:
        cited = "not to be cited before its text is read"
    cells = (pinpoint, provision.subject, "context" if obligation is None else obligation.value, checked, cited)
    return f"| {' | '.join(cell(text) for text in cells)} |"


def _criterion(catalogue: Catalogue, criterion: str) -> str:
    return f"[{criterion}](checklists/{catalogue.criteria[criterion].checklist.checklist}.md#{criterion})"
