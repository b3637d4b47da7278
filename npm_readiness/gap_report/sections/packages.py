"""Gaps gathered into packages: what one addressee does by one kind of instrument, under one kind of obligation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from string import ascii_uppercase

from npm_readiness.gap_report.language import mark
from npm_readiness.gap_report.sections.context import Context
from npm_readiness.models.vocabulary import Addressee, Aspect, Severity

__all__ = ["Package", "package_title", "packages"]

TITLES: Mapping[tuple[Addressee, Aspect], str] = {
    (Addressee.PARLIAMENT, Aspect.LAW): mark("Parliament, by law"),
    (Addressee.PARLIAMENT, Aspect.PRACTICE): mark("Parliament, by its decisions"),
    (Addressee.GOVERNMENT, Aspect.LAW): mark("The government, by bill, decree or rules"),
    (Addressee.GOVERNMENT, Aspect.PRACTICE): mark("The government, by what it does"),
    (Addressee.JUDICIARY, Aspect.LAW): mark("The judiciary, by rules"),
    (Addressee.JUDICIARY, Aspect.PRACTICE): mark("The judiciary, by its decisions"),
    (Addressee.NPM, Aspect.LAW): mark("The mechanism, by rules of its own"),
    (Addressee.NPM, Aspect.PRACTICE): mark("The mechanism, by its work"),
    (Addressee.DETAINING_AUTHORITIES, Aspect.LAW): mark("Authorities in charge of places of detention, by rules"),
    (Addressee.DETAINING_AUTHORITIES, Aspect.PRACTICE): mark(
        "Authorities in charge of places of detention, by what they do"
    ),
}
"""Who acts, and by which kind of instrument."""


@dataclass(frozen=True, slots=True)
class Package:
    """Gaps that one addressee closes in one way, in the order in which to close them.

    ``binding``: the treaties that ask for them bind the State today. ``waits``: they are gaps only because there is no
    mechanism yet.
    """

    letter: str
    severity: Severity
    addressee: Addressee
    aspect: Aspect
    binding: bool
    waits: bool
    criteria: tuple[str, ...]

    @property
    def anchor(self) -> str:
        """The place of the recommendation in the report."""
        return f"recommendation_{self.letter.lower()}"


def packages(context: Context) -> tuple[Package, ...]:
    """The gaps in readiness in packages: what the treaty asks first, then guidance, then practice; each in the order of the steps.

    Gaps that stand only under some values of unknown facts are in no package.
    """
    gathered: dict[tuple[Severity, bool, Addressee, Aspect, bool], list[str]] = {}
    for criterion in context.roadmap:
        gap, entry = context.gaps[criterion], context.criteria[criterion]
        if gap.conditional:
            continue
        waits = context.waits_for_mechanism(criterion)
        key = (gap.severity, waits, gap.addressee, entry.aspect, entry.in_force is True)
        gathered.setdefault(key, []).append(criterion)
    rank = {severity: place for place, severity in enumerate(Severity)}
    # Sorting keeps the order of the steps within a severity, since that is how the packages were met.
    ordered = sorted(gathered.items(), key=lambda item: (rank[item[0][0]], item[0][1]))
    return tuple(
        Package(_letter(place), severity, addressee, aspect, binding, waits, tuple(criteria))
        for place, ((severity, waits, addressee, aspect, binding), criteria) in enumerate(ordered)
    )


def package_title(context: Context, package: Package) -> str:
    """Who acts and how, and whether it can only be done once there is a mechanism."""
    say = context.texts.say
    title = say(TITLES[package.addressee, package.aspect])
    return say("{title}, once there is a mechanism", title=title) if package.waits else title


def _letter(place: int) -> str:
    """A to Z, then AA, BB and so on, as word processors count letters."""
    return ascii_uppercase[place % len(ascii_uppercase)] * (place // len(ascii_uppercase) + 1)
