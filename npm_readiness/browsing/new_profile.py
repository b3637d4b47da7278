"""A profile to fill in: every question with what counts as each answer, as comments beside the keys."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from npm_readiness.browsing.treaty_lines import treaty_lines
from npm_readiness.loading.profile_checks import check_checklists
from npm_readiness.models.catalogue import Catalogue, Entry
from npm_readiness.models.checklist import Criterion, Question, QuestionUse
from npm_readiness.models.countries import CountryEntry, find_country
from npm_readiness.models.country_code import country_advice
from npm_readiness.problems import InputError, Place, problem_at

__all__ = ["new_profile"]

WIDTH = 100

HEAD = """\
# Profile of {name}. Fill it in with a text editor; then: npm-readiness assess THIS-FILE -o report.html
#
# Do not write the names of detainees here, nor of people who gave information in confidence.
#
# Answer each question from a source: a law, a budget, a report. Questions on law are answered from the law in force
# for the institution named below; if none is named: no where no law gives the point to any body, else unknown.
#   answer    yes, partial or no as the lines above the question say; unknown where you looked and could not find
#             out; left empty where nobody has looked yet. not_applicable only where the question allows it, with a
#             reason: saying why.
#   between   beside unknown, where you know a part: [no, partial] or [partial, yes].
#   evidence  where it can be checked: a source of the list below, a pinpoint in it (an article, a page), a note.

country: {code}
assessed_on: {assessed_on}
assessors: []                        # who assessed, for example [Working group on OPCAT]
checklists: [{checklists}]

npm:
  model: {model}
                                     # nhri (an Ombudsperson or human-rights commission), nhri_plus (one with civil
                                     # society), specialised_body, multiple_bodies or undecided
{candidates}  institution: null                  # the body that is, or may become, the mechanism
  institution_kind: unknown          # ombudsman, commission or other
  designated: unknown                # the date on which a body was made the mechanism; null if none has been

state:                               # true, false or unknown
  federal: unknown
  private_places_of_detention: unknown
  children_in_prison: unknown

{treaties}

sources: {{}}
  # law-on-the-ombudsperson:           an id of your own: small letters, digits and hyphens
  #   title: …                         the only key that is required
  #   kind: law                        a constitution, a law, a decree, rules; other for anything else
  #   date: …
  #   url: https://…

answers:
"""


def new_profile(
    country: str,
    catalogue: Catalogue,
    *,
    model: str = "undecided",
    checklists: Sequence[str] = ("opcat",),
    assessed_on: date | None = None,
) -> str:
    """A profile of a country as YAML text, with the questions that these checklists ask for the model, and no answer.

    Without ``assessed_on`` the date stands as ``YYYY-MM-DD``, to be filled in: the clock is never asked. Raises
    :class:`~npm_readiness.problems.InputError` for a country or a checklist that there is not.
    """
    entry = _country(country)
    check_checklists(checklists, catalogue, Place("--checklists"))
    head = HEAD.format(
        name=entry.name,
        code=entry.alpha3,
        assessed_on=assessed_on.isoformat() if assessed_on else "YYYY-MM-DD",
        checklists=", ".join(checklists),
        model=model,
        candidates="  candidates: [nhri, nhri_plus, specialised_body, multiple_bodies]   # those still considered\n"
        if model == "undecided"
        else "",
        treaties="\n".join(treaty_lines(entry.alpha3, assessed_on=assessed_on)),
    )
    chosen = [
        item for item in catalogue if item.checklist.checklist in checklists and _can_apply(item.criterion, model)
    ]
    return head + "\n".join(_answers(chosen, catalogue))


def _can_apply(criterion: Criterion, model: str) -> bool:
    """Whether a criterion can apply to this model; to an undecided one every criterion can."""
    models = criterion.applies_when.model if criterion.applies_when else None
    return model == "undecided" or models is None or model in models


def _country(code: str) -> CountryEntry:
    entry = find_country(code.upper())
    if entry is None:
        raise InputError([problem_at(Place("--country"), "country-unknown", code=code, advice=country_advice(code))])
    return entry


def _answers(entries: Sequence[Entry], catalogue: Catalogue) -> Iterator[str]:
    """The lines under ``answers:``, by stage and dimension; a question that several criteria ask stands at the first."""
    asked: set[str] = set()
    grouped = groupby(entries, key=lambda entry: (entry.criterion.stage, entry.criterion.dimension))
    for (stage, dimension), group in grouped:
        yield from ("", f"  # ===== {stage}: {catalogue.dimensions[dimension].title} =====", "")
        for entry in group:
            new = [question for question in catalogue.questions_of(entry.criterion) if question.id not in asked]
            asked.update(question.id for question in new)
            if new:
                yield from _criterion(entry.criterion, catalogue)
                for question in new:
                    yield from _question(question)


def _criterion(criterion: Criterion, catalogue: Catalogue) -> Iterator[str]:
    cited = ", ".join(
        f"{catalogue.provisions[provision].instrument} {catalogue.provisions[provision].pinpoint}"
        for provision in criterion.provisions
    )
    yield from _comment(f"--- {criterion.title} ({criterion.aspect}; {cited})", "")
    shared = [item.use for item in criterion.questions if isinstance(item, QuestionUse)]
    if shared:
        yield from _comment(f"It asks also: {', '.join(shared)}", "    ")
    yield ""


def _question(question: Question) -> Iterator[str]:
    yield from _comment(question.text, "")
    for word in ("yes", "partial", "no"):
        yield from _comment(f"{word}: {getattr(question.rubric, word)}", "  ")
    if question.may_not_apply is not None:
        yield from _comment(f"not_applicable, with a reason: {question.may_not_apply}", "  ")
    if question.answered_by is not None:
        yield from _comment(f"This answers itself from {question.answered_by.key}: do not answer it here.", "  ")
        yield f"  # {question.id}:"
    else:
        if question.needs_mechanism:
            yield from _comment("This answers itself no if npm.designated is null: then leave it empty.", "  ")
        yield from (f"  {question.id}:", "    answer:", "    evidence: []", "    comment:")
    yield ""


def _comment(text: str, indent: str) -> list[str]:
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=f"  # {indent}",
        subsequent_indent=f"  #   {indent}",
        break_on_hyphens=False,
        break_long_words=False,
    )
