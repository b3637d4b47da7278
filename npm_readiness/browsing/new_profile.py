"""A profile to fill in: the facts, and every question that can be asked of the State with what counts as each answer."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date

from npm_readiness.browsing.treaty_lines import treaty_lines
from npm_readiness.filling.asking import questions_of
from npm_readiness.filling.question_lines import left_out_lines, question_lines
from npm_readiness.loading.profile_checks import check_checklists
from npm_readiness.loading.profiles import DATE_TO_FILL_IN
from npm_readiness.models.base import UNKNOWN
from npm_readiness.models.catalogue import Catalogue
from npm_readiness.models.countries import CountryEntry, find_country, is_user_assigned
from npm_readiness.models.country_code import country_advice
from npm_readiness.models.profile import Profile
from npm_readiness.models.treaty_status import KNOWN_TO
from npm_readiness.problems import InputError, Place, problem_at
from npm_readiness.reading.files import parse_document

__all__ = ["new_profile"]

HEAD = """\
# Profile of {name}. Fill it in with a text editor; look at how far it is: npm-readiness validate THIS-FILE
# The report: npm-readiness assess THIS-FILE -o report.html     All keys, and hard cases: docs/profile-format.md
#
# Do not write the names of detainees here, nor of people who gave information in confidence.
# A date is as good as it is known: 2012-10-05, 2012-10, 2012, yes (it has happened, the day is not known), null (it has
# not happened) or unknown. Put quotes around a text in which there is a comma or a #.

country: {code}
{named}assessed_on: {assessed_on}              # the day of which everything here speaks
assessors:
  # - Working group on OPCAT
checklists: {{{checklists}}}    # with the version of their questions

npm:
  model: {model}
  # nhri (an Ombudsperson or a human-rights commission), nhri_plus (one with civil society), specialised_body (a new
  # body for this task alone), multiple_bodies or undecided
{candidates}  institution: null                  # the body that is, or may become, the mechanism
  institution_kind: {kind:<15}  # ombudsman, commission, specialised, inspectorate or other
  designated: unknown                # when a formal act made it the mechanism; null if none has been made it
  # For several bodies, or to say whether anybody is at work and on what it rests: delete the three lines above, and
  # list bodies:
  #   - id: ombudsperson             # an id of your own
  #     name: Ombudsperson of …
  #     role: mechanism              # candidate, mechanism, interim, member, coordinator, regional, former
  #     kind: ombudsman
  #     designated: 2012
  #     ended: null                  # when a former one ceased to be the mechanism
  #     at_work_since: 2013-03       # since when its members are in post and do the work; null where nobody is
  #     legal_basis: act             # constitution, act, executive_text (a decree, an order), agreement, none, unknown
  #     laws: [law-on-the-ombudsperson]

state:                               # true, false or unknown
  federal: unknown                   # federal, or devolved so that its parts make laws on detention or on such a body
  private_places_of_detention: unknown
  children_in_prison: unknown        # whether children live in prison with a parent

{treaties}

sources:
  # law-on-the-ombudsperson:         # an id of your own: small letters, digits and hyphens
  #   title: Law on the Ombudsperson of 23 November 2016
  #   kind: law                      # law (a constitution, law, decree, rules), page (a web page), other (a report)
  #   date: 2016
  #   url: https://…

# Recommendations of others (SPT, CAT, UPR …) and bills have lists of their own: see docs/profile-format.md.

answers:
  # From a source, and from the law in force for the body named above; if none is named: no where no law gives the point
  # to any body, else unknown. A question with * is no by itself as long as no body is the mechanism (designated: null).
  # How words are read on which many answers hang (a decree-law, a reference to OPCAT, a hospital, the last twelve
  # months): npm-readiness show opcat
  #   answer    yes, partial or no, as the lines above each question say; unknown where you looked and could not find
  #             out (with between: [no, partial] or [partial, yes] where you know a part); empty where nobody has looked
  #             yet; not_applicable only where the question allows it, with reason: saying why
  #   evidence  where it can be checked. So an answer is filled in:
  #   an-id:
  #     answer: partial
  #     evidence:
  #       - {{source: law-on-the-ombudsperson, pinpoint: "art. 5, para. 2", note: what it says}}
  #     comment: anything a reader should know
"""

CANDIDATES = "  candidates: [nhri, nhri_plus, specialised_body, multiple_bodies]   # those still considered\n"


def new_profile(  # noqa: PLR0913 - each is a choice of its own
    country: str,
    catalogue: Catalogue,
    *,
    model: str = "undecided",
    kind: str = UNKNOWN,
    checklists: Sequence[str] = ("opcat",),
    assessed_on: date | None = None,
    country_name: str | None = None,
) -> str:
    """A profile of a country as YAML text, with the questions that these checklists can ask of it, and no answer.

    ``kind`` is that of the institution. What is not asked, because of the model, the kind or the treaties, is listed at the
    end. Without ``assessed_on`` the date stands as ``YYYY-MM-DD``, to be filled in: the clock is never asked. ``country_name``
    is the name to print; a code that ISO leaves to its users, as one invented for a training, needs it. Raises
    :class:`~npm_readiness.problems.InputError` for a country or a checklist that there is not.
    """
    name = _on_one_line(country_name or "")
    entry = _country(country, name)
    check_checklists(checklists, catalogue, Place("--checklists"))
    treaties = treaty_lines(entry.alpha3, assessed_on=assessed_on)
    head = HEAD.format(
        name=entry.name,
        code=entry.alpha3,
        named=f"country_name: {_quoted(entry.name)}\n" if name else "",
        assessed_on=assessed_on.isoformat() if assessed_on else DATE_TO_FILL_IN,
        checklists=", ".join(f"{name}: {_version(name, catalogue)}" for name in checklists),
        model=model,
        kind=kind,
        candidates=CANDIDATES if model == "undecided" else "",
        treaties="\n".join(treaties),
    )
    facts = {
        "country": entry.alpha3,
        "country_name": entry.name,
        "assessed_on": (assessed_on or KNOWN_TO).isoformat(),
        "npm": {"model": model, "institution_kind": kind},
        **parse_document("\n".join(treaties) + "\n").data,
    }
    asking = questions_of(Profile.model_validate_json(json.dumps(facts)), catalogue, checklists)
    lines = [*question_lines(asking.questions, catalogue), *left_out_lines(asking.left_out)]
    return head + "".join(f"{line}\n" for line in lines)


def _version(checklist: str, catalogue: Catalogue) -> str:
    """The version as a file writes a text: in quotes, since 1.0 alone would be a number."""
    return _quoted(catalogue.checklists[checklist].content.version)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _on_one_line(text: str) -> str:
    """The text for a comment too: with spaces where it has breaks or letters that cannot be seen."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())


def _country(code: str, name: str) -> CountryEntry:
    entry = find_country(code.upper())
    if entry is not None:
        return entry._replace(name=name or entry.name)
    if not is_user_assigned(code.upper()):
        raise InputError([problem_at(Place("--country"), "country-unknown", code=code, advice=country_advice(code))])
    if not name:
        advice = "ISO leaves this code to its users: say with --country-name which country it stands for"
        raise InputError([problem_at(Place("--country"), "country-unknown", code=code, advice=advice)])
    return CountryEntry(code.upper(), code.upper(), name)
