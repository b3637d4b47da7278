"""Gaps gathered into packages: what one addressee does by one kind of instrument, under one kind of obligation."""

from __future__ import annotations

from collections.abc import Mapping
from string import ascii_uppercase

from npm_readiness.gap_report.language import mark
from npm_readiness.gap_report.sections.context import Context
from npm_readiness.gap_report.words import Verb
from npm_readiness.models.vocabulary import Addressee, Aspect, Severity
from npm_readiness.records import record

__all__ = ["Package", "package_title", "packages"]

TITLES: Mapping[tuple[Addressee, Aspect], str] = {
    (Addressee.PARLIAMENT, Aspect.LAW): mark("Parliament: legislation"),
    (Addressee.PARLIAMENT, Aspect.PRACTICE): mark("Parliament: decisions"),
    (Addressee.GOVERNMENT, Aspect.LAW): mark("Government: bills, decrees and regulations"),
    (Addressee.GOVERNMENT, Aspect.PRACTICE): mark("Government: administrative measures"),
    (Addressee.JUDICIARY, Aspect.LAW): mark("Judiciary: rules"),
    (Addressee.JUDICIARY, Aspect.PRACTICE): mark("Judiciary: decisions and guidance"),
    (Addressee.NPM, Aspect.LAW): mark("The mechanism: its own rules"),
    (Addressee.NPM, Aspect.PRACTICE): mark("The mechanism: its work"),
    (Addressee.DETAINING_AUTHORITIES, Aspect.LAW): mark("Authorities in charge of places of detention: rules"),
    (Addressee.DETAINING_AUTHORITIES, Aspect.PRACTICE): mark(
        "Authorities in charge of places of detention: orders and practice"
    ),
}
"""Who acts, and by which kind of instrument."""


@record(frozen=True)
class Package:
    """Gaps that one addressee closes in one way, in the order in which to close them.

    ``verb``: how hard they bind the State today. ``standards``: the checklist of standards to which they belong, apart from
    readiness; ``None`` for gaps in readiness. ``actions`` holds for each gap what this addressee does about it.
    """

    letter: str
    severity: Severity
    addressee: Addressee
    aspect: Aspect
    verb: Verb
    standards: str | None
    actions: Mapping[str, tuple[str, ...]]

    @property
    def criteria(self) -> tuple[str, ...]:
        """The gaps."""
        return tuple(self.actions)

    @property
    def anchor(self) -> str:
        """The place of the recommendation in the report."""
        return f"recommendation_{self.letter.lower()}"


def packages(context: Context) -> tuple[Package, ...]:
    """The gaps in packages: what the treaty asks first, then guidance, then practice; each in the order of the steps.

    Gaps in standards come after those in readiness of the same obligation, each body of standards by itself. A gap on which two
    addressees act is in a package of each, with what that one does. Gaps that stand only under some values of unknown facts are in
    no package, nor are those that wait for the mechanism.
    """
    gathered: dict[tuple[Severity, str | None, Addressee, Aspect, Verb], dict[str, list[str]]] = {}
    for scope in (context.readiness, context.standards):
        for criterion, gap in scope.sure_gaps.items():
            if gap.waits:
                continue
            entry = context.criteria[criterion]
            for action in gap.actions:
                key = (
                    gap.severity,
                    entry.checklist if scope is context.standards else None,
                    action.addressee,
                    entry.aspect,
                    context.verb(entry),
                )
                texts = gathered.setdefault(key, {}).setdefault(criterion, [])
                if action.text not in texts:
                    texts.append(action.text)
    rank = {severity: place for place, severity in enumerate(Severity)}
    bodies = [None, *(summary.checklist for summary in context.assessment.standards)]
    # Sorting keeps the order of the steps within a severity, since that is how the packages were met.
    ordered = sorted(gathered.items(), key=lambda item: (rank[item[0][0]], bodies.index(item[0][1])))
    return tuple(
        Package(
            letter=_letter(place),
            severity=severity,
            addressee=addressee,
            aspect=aspect,
            verb=verb,
            standards=standards,
            actions={criterion: tuple(texts) for criterion, texts in actions.items()},
        )
        for place, ((severity, standards, addressee, aspect, verb), actions) in enumerate(ordered)
    )


def package_title(context: Context, package: Package) -> str:
    """Who acts and how, and on which body of standards, where that is not what the whole report is about."""
    say = context.texts.say
    title = say(TITLES[package.addressee, package.aspect])
    if package.standards is None or (context.standards_alone and len(context.assessment.standards) == 1):
        return title
    about = next(entry.title for entry in context.assessment.standards if entry.checklist == package.standards)
    if context.standards_alone:
        return say("{title} ({about})", title=title, about=about)
    return say("{title}, on standards: {about}", title=title, about=about)


def _letter(place: int) -> str:
    """A to Z, then AA, BB and so on, as word processors count letters."""
    return ascii_uppercase[place % len(ascii_uppercase)] * (place // len(ascii_uppercase) + 1)
