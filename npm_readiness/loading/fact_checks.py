"""Whether the facts of a profile agree with one another."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from npm_readiness.loading.treaty_differences import differences
from npm_readiness.models.base import UNKNOWN
from npm_readiness.models.bodies import Body
from npm_readiness.models.catalogue import Catalogue
from npm_readiness.models.countries import find_country
from npm_readiness.models.dates import Event, Period, When, add_years, happened, known_on, read_event
from npm_readiness.models.profile import Profile
from npm_readiness.models.situation import Situation
from npm_readiness.models.treaties import LENGTHS, Article24, TreatyStatus
from npm_readiness.models.treaty_status import TreatyAct
from npm_readiness.models.vocabulary import BodyRole, Treaty
from npm_readiness.problems import Path
from npm_readiness.situation.deadlines import LONGEST_EXTENSION
from npm_readiness.situation.standing import entry_into_force

__all__ = ["fact_problems"]

Found = tuple[Path, str, dict[str, object]]

DEPOSITS = ("ratified", "acceded", "succeeded")


def fact_problems(profile: Profile, catalogue: Catalogue, situation: Situation) -> Iterator[Found]:
    """Facts that contradict each other, and dates that do not tell what they should.

    ``situation`` is that of the day of the profile.
    """
    yield from _treaties(profile)
    yield from _convention(profile, situation)
    yield from _extension(profile, catalogue)
    for index, body in enumerate(profile.npm.bodies or ()):
        yield from _body(("npm", "bodies", index), body, profile)
    yield from _sources(profile)
    yield from _coarse_dates(profile)
    yield from _listed_differently(profile)


def _contradict(first: str, second: str) -> dict[str, object]:
    return {"first": first, "second": second}


def _after(one: Event, other: Event) -> bool:
    """Whether one event surely lies after another."""
    return isinstance(one, When) and isinstance(other, When) and one.period.earliest > other.period.latest


def _treaties(profile: Profile) -> Iterator[Found]:
    for treaty in Treaty:
        status = profile.treaties.status(treaty)
        for event in DEPOSITS:
            if _after(status.signed, getattr(status, event)):
                path = ("treaties", treaty.value, "signed")
                yield path, "dates-contradict", _contradict("the signature", f"the deposit ({event})")


def _convention(profile: Profile, situation: Situation) -> Iterator[Found]:
    """OPCAT is open only to States that are party to the Convention against Torture (art. 27(2) and (3))."""
    convention = profile.treaties.uncat.deposited
    if situation.joined is True and convention is None:
        yield ("treaties", "uncat"), "opcat-without-convention", {}
    if _after(convention, profile.treaties.opcat.deposited):
        event = next(name for name in DEPOSITS if getattr(profile.treaties.uncat, name) is convention)
        second = "joining the Optional Protocol, which is open only to its parties"
        yield ("treaties", "uncat", event), "dates-contradict", _contradict("joining the Convention", second)


def _extension(profile: Profile, catalogue: Catalogue) -> Iterator[Found]:
    """An extension under article 24(2) begins where the postponement ends, and lasts two years at most."""
    opcat = profile.treaties.opcat
    declaration, deposit = opcat.article_24, opcat.deposited
    if not isinstance(declaration, Article24) or not isinstance(deposit, When):
        return
    until = declaration.extended_until
    if not isinstance(until, When):
        return
    rule = catalogue.instruments[Treaty.OPCAT.value].entry_into_force
    years = declaration.years
    shortest, longest = (years, years) if isinstance(years, int) else (LENGTHS[0], LENGTHS[-1])
    path: Path = ("treaties", "opcat", "article_24", "extended_until")
    if until.period.latest < add_years(deposit.period.within(earliest=date(1, 1, 1)).earliest, shortest):
        yield path, "dates-contradict", _contradict("the end of the postponement", "the end of its extension")
        return
    starts = [entry_into_force(rule, min(deposit.period.latest, profile.assessed_on))]
    if isinstance(declaration.declared, When):
        starts.append(min(declaration.declared.period.latest, profile.assessed_on))
    if until.period.earliest > add_years(max(starts), longest + LONGEST_EXTENSION):
        second = "the two years that article 24(2) allows for it"
        yield path, "dates-contradict", _contradict("the end of the extension", second)


def _body(path: Path, body: Body, profile: Profile) -> Iterator[Found]:
    designated, ended = (known_on(event, profile.assessed_on) for event in (body.designated, body.ended))
    if body.role is BodyRole.CANDIDATE and happened(designated, profile.assessed_on) is True:
        yield (*path, "designated"), "candidate-designated", {"id": body.id}
    if body.role is not BodyRole.FORMER and happened(ended, profile.assessed_on) is True:
        yield (*path, "ended"), "body-ended", {"id": body.id}
    if _after(designated, ended):
        yield (*path, "designated"), "dates-contradict", _contradict("the designation", "its end")
    if _after(known_on(body.at_work_since, profile.assessed_on), ended):
        yield (*path, "at_work_since"), "dates-contradict", _contradict("the beginning of the work", "its end")
    if _after(designated, body.at_work_since):
        yield (*path, "at_work_since"), "at-work-before-designation", {"id": body.id}
    for index, law in enumerate(body.laws):
        if law not in profile.sources:
            yield (*path, "laws", index), "law-unlisted", {"id": law}


def _sources(profile: Profile) -> Iterator[Found]:
    """A source younger than the profile can only be used for an earlier time, and then says of which."""
    for name, source in profile.sources.items():
        dated = _dated(source.date)
        if dated is not None and dated.earliest > profile.assessed_on and source.speaks_of == UNKNOWN:
            yield ("sources", name, "date"), "source-later", {"id": name, "assessed_on": profile.assessed_on}
        elif _surely_later(source.speaks_of, profile.assessed_on):
            yield ("sources", name, "speaks_of"), "source-later", {"id": name, "assessed_on": profile.assessed_on}


def _dated(written: str | None) -> Period | None:
    """The days of a source's date, where it is one; it is free text."""
    try:
        event = read_event(written)
    except ValueError:
        return None
    return event.period if isinstance(event, When) and event.written != "yes" else None


def _surely_later(event: Event, day: date) -> bool:
    return isinstance(event, When) and event.period.earliest > day


def _coarse_dates(profile: Profile) -> Iterator[Found]:
    """A month or a year that had begun by ``assessed_on`` and not ended does not tell whether the event had happened."""
    for path, event in _events(profile):
        if isinstance(event, When) and happened(known_on(event, profile.assessed_on), profile.assessed_on) == UNKNOWN:
            yield path, "date-too-coarse", {"written": event.written, "assessed_on": profile.assessed_on}


def _events(profile: Profile) -> Iterator[tuple[Path, Event]]:
    for treaty in Treaty:
        status = profile.treaties.status(treaty)
        for event in ("signed", *DEPOSITS):
            yield ("treaties", treaty.value, event), getattr(status, event)
    declaration = profile.treaties.opcat.article_24
    if isinstance(declaration, Article24):
        yield ("treaties", "opcat", "article_24", "declared"), declaration.declared
    yield ("npm", "designated"), profile.npm.designated
    for index, body in enumerate(profile.npm.bodies or ()):
        for event in ("designated", "ended", "at_work_since"):
            yield ("npm", "bodies", index, event), getattr(body, event)


def _listed_differently(profile: Profile) -> Iterator[Found]:
    """Where the list of treaty status has something else than the profile says; the profile's own dates are used."""
    country = find_country(profile.country)
    if country is not None:
        said = {name: _said(getattr(profile.treaties, name)) for name in profile.treaties.model_fields_set}
        yield from differences(country.alpha3, said, as_of=profile.assessed_on)


def _said(status: TreatyStatus) -> dict[TreatyAct | str, str | None]:
    """What a profile says of one treaty, as it is written; what it leaves out is left out."""
    events = {act.value: getattr(status, act.value) for act in TreatyAct if act.value in status.model_fields_set}
    return {act: event.written if isinstance(event, When) else event for act, event in events.items()}
