"""What the list of treaty status has of one State, and what follows from OPCAT, as text of 80 columns."""

from __future__ import annotations

from collections.abc import Iterator

from npm_readiness.browsing.layout import labelled, paragraph
from npm_readiness.loading.treaty_status import declaration_of, load_treaty_status, treaties_of
from npm_readiness.models.catalogue import Catalogue
from npm_readiness.models.countries import CountryEntry
from npm_readiness.models.treaty_status import (
    KNOWN_TO,
    WHERE_CHECKED,
    Checked,
    StatesEvents,
    TreatyAct,
    joined_by,
)
from npm_readiness.models.vocabulary import Treaty
from npm_readiness.situation.standing import entry_into_force

__all__ = ["treaty_page"]

REACH = (
    f"This is the depositary's list as it stood on {KNOWN_TO}, without withdrawals, reservations and territories. Check "
    "with treaties.un.org what has happened since. More about the list: docs/treaty-status.md."
)


def treaty_page(catalogue: Catalogue, country: CountryEntry) -> list[str]:
    """The lines of one State: what it did about each treaty, since when OPCAT binds it, and how far the list reaches."""
    lines = [f"Country {country.alpha3}", *paragraph(country.name), ""]
    if country.alpha3 not in load_treaty_status():
        return [*lines, *paragraph("The list of treaty status does not have it: it has States, and no territories.")]
    events = treaties_of(country.alpha3)
    lines += [line for treaty in Treaty for line in _treaty(treaty, events)]
    lines += ["", *_opcat(catalogue, country, events), "", "The dates were read in:"]
    for word in Checked:
        if any(word in event.checked for done in events.values() for event in done.values()):
            lines += labelled(word.value, WHERE_CHECKED[word], indent=2)
    return [*lines, "", *paragraph(REACH)]


def _treaty(treaty: Treaty, events: StatesEvents) -> Iterator[str]:
    if not events[treaty]:
        yield f"{treaty.upper():<8}nothing on the list"
    for number, event in enumerate(events[treaty].values()):
        name = "" if number else treaty.upper()
        yield f"{name:<8}{event.event:<11}{event.date}   {', '.join(event.checked)}"


def _opcat(catalogue: Catalogue, country: CountryEntry, events: StatesEvents) -> list[str]:
    """Since when OPCAT binds the State; article 28 says how that day follows from the deposit."""
    joined = joined_by(events[Treaty.OPCAT])
    if joined is None:
        signed = TreatyAct.SIGNED in events[Treaty.OPCAT]
        return paragraph(
            f"OPCAT did not bind it by {KNOWN_TO}: it had signed, and not ratified."
            if signed
            else f"OPCAT did not bind it by {KNOWN_TO}: it had not joined."
        )
    binding = entry_into_force(catalogue.instruments[Treaty.OPCAT.value].entry_into_force, joined.date)
    lines = paragraph(f"OPCAT has bound it since {binding}, after its deposit of {joined.date} (article 28).")
    declaration = declaration_of(country.alpha3)
    if declaration is None:
        return [*lines, *paragraph("The list has no declaration under article 24.")]
    years = f"for {declaration.years} years" if declaration.years else "naming no years"
    text = f"Under article 24 it postponed part {declaration.part} by a declaration of {declaration.declared}, {years}."
    return [*lines, *paragraph(text)]
