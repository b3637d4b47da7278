"""One entry of the catalogue in full, from a criterion to a dimension or a respondent; or a country."""

from __future__ import annotations

from collections.abc import Callable

from npm_readiness.browsing.conditions import conditions_in_words, what_follows
from npm_readiness.browsing.finding import words_of
from npm_readiness.browsing.layout import labelled, paragraph
from npm_readiness.browsing.treaty_page import treaty_page
from npm_readiness.loading.near_misses import near_words
from npm_readiness.models.catalogue import Catalogue
from npm_readiness.models.checklist import Actions, ActionVariant, Question
from npm_readiness.models.countries import find_country
from npm_readiness.models.register import Provision
from npm_readiness.models.vocabulary import Addressee
from npm_readiness.problems import InputError, Place, problem_at

__all__ = ["describe"]


def describe(catalogue: Catalogue, wanted: str) -> str:
    """The entry with this id as text of 80 columns; where several kinds of entry have it, all of them.

    A country's code of two or three letters gives its treaty status.

    Raises :class:`~npm_readiness.problems.InputError` where nothing has it.
    """
    kinds: list[tuple[str, Callable[[Catalogue, str], list[str]], object]] = [
        ("criterion", _criterion, catalogue.criteria),
        ("question", _question, catalogue.questions),
        ("provision", _provision, catalogue.provisions),
        ("instrument", _instrument, catalogue.instruments),
        ("dimension", _dimension, catalogue.dimensions),
        ("respondent", _respondent, catalogue.respondents),
        ("checklist", _checklist, catalogue.checklists),
    ]
    found = [show(catalogue, wanted) for _, show, entries in kinds if wanted in entries]  # type: ignore[operator]
    country = find_country(wanted.upper())
    if country is not None:
        found.append(treaty_page(catalogue, country))
    if not found:
        raise InputError([problem_at(Place("show"), "id-unknown", id=wanted, advice=_advice(catalogue, wanted))])
    return "\n\n".join("\n".join(lines) for lines in found) + "\n"


def _advice(catalogue: Catalogue, wanted: str) -> str:
    """Ids that may be meant, and how to look for the words: whoever asks for ``budget`` has no id yet."""
    known = [*catalogue.criteria, *catalogue.questions, *catalogue.provisions, *catalogue.instruments]
    near = near_words(wanted, [*known, *catalogue.dimensions, *catalogue.respondents, *catalogue.checklists])
    advice = [f"did you mean {' or '.join(near)}?"] * bool(near)
    if words := words_of(wanted):
        advice.append(f"look for it with: npm-readiness find {' '.join(words)}")
    return " or ".join(advice) or "list what there is: npm-readiness checklists"


def _criterion(catalogue: Catalogue, wanted: str) -> list[str]:
    entry = catalogue.criteria[wanted]
    criterion = entry.criterion
    lines = [f"Criterion {criterion.id}", *paragraph(criterion.title), ""]
    if criterion.code is not None:
        lines += labelled("code", criterion.code)
    lines += labelled("requires", criterion.requirement)
    lines += labelled("why", criterion.why)
    if criterion.reading is not None:
        lines += labelled("reading", criterion.reading)
    lines += labelled("obligation", catalogue.obligation(criterion).value)
    lines += labelled("checklist", entry.checklist.checklist)
    lines += labelled("stage", criterion.stage.value)
    lines += labelled("dimension", catalogue.dimensions[criterion.dimension].title)
    if criterion.code_chapter is not None:
        lines += labelled("chapter", catalogue.code_chapters[criterion.code_chapter].title)
    lines += labelled("aspect", criterion.aspect.value)
    lines += labelled("weight", str(criterion.weight))
    lines += labelled("combine", criterion.combine.value)
    lines += labelled("applies", conditions_in_words(criterion.applies_when))
    lines += _actions(criterion.action, criterion.addressee)
    if criterion.after:
        lines += labelled("after", ", ".join(criterion.after))
    lines += ["", "Rests on"]
    for provision in criterion.provisions:
        lines += _provision_line(catalogue, catalogue.provisions[provision])
    for question in catalogue.questions_of(criterion):
        lines += ["", *_question_lines(catalogue, question, criterion.addressee)]
    return lines


def _actions(actions: Actions, addressee: Addressee | None, *, indent: int = 0) -> list[str]:
    """What is to be done and by whom, in each wording; the addressee is said where it is known."""
    variants = (ActionVariant(text=actions),) if isinstance(actions, str) else actions
    lines: list[str] = []
    for variant in variants:
        if variant.when is not None:
            lines += labelled("where", conditions_in_words(variant.when), indent=indent)
        elif len(variants) > 1:
            lines += labelled("where", "nothing of this is so, or it is not known", indent=indent)
        lines += labelled("to do", variant.text, indent=indent)
        acting = variant.addressee or addressee
        if acting is not None:
            lines += labelled("by", acting.value, indent=indent)
    return lines


def _provision_line(catalogue: Catalogue, provision: Provision) -> list[str]:
    instrument = catalogue.instruments[provision.instrument]
    text = f"{provision.id}: {instrument.symbol or instrument.title}, {provision.pinpoint}. {provision.subject}"
    return paragraph(text, indent=2)


def _question(catalogue: Catalogue, wanted: str) -> list[str]:
    question = catalogue.questions[wanted]
    lines = _question_lines(catalogue, question, None)
    return [*lines, "", *labelled("asked by", ", ".join(catalogue.uses[wanted]))]


def _question_lines(catalogue: Catalogue, question: Question, addressee: Addressee | None) -> list[str]:
    lines = [f"Question {question.id}", *paragraph(question.text, indent=2)]
    for word in ("yes", "partial", "no"):
        lines += labelled(word, getattr(question.rubric, word), indent=2)
    if question.respondents:
        lines += labelled("can answer", "; ".join(catalogue.titles_of_respondents(question)), indent=2, hang=14)
    if question.may_not_apply is not None:
        lines += labelled("may not apply", question.may_not_apply, indent=2, hang=17)
    for sentence in what_follows(question):
        lines += paragraph(sentence, indent=2)
    if question.action is not None:
        lines += _actions(question.action, addressee, indent=2)
    return lines


def _provision(catalogue: Catalogue, wanted: str) -> list[str]:
    provision = catalogue.provisions[wanted]
    instrument = catalogue.instruments[provision.instrument]
    obligation = catalogue.provision_obligation(wanted)
    lines = [f"Provision {provision.id}", ""]
    lines += labelled("instrument", f"{instrument.title} ({instrument.symbol or 'no symbol'})")
    lines += labelled("pinpoint", provision.pinpoint)
    lines += labelled("says", provision.subject)
    lines += labelled("verb", provision.force.value)
    lines += labelled("obligation", "none (context)" if obligation is None else obligation.value)
    lines += labelled("speaks to", provision.addressee.value)
    for label, hint in (("stage hint", provision.stage), ("topic", provision.topic), ("aspect", provision.aspect)):
        if hint is not None:
            lines += labelled(label, hint)
    lines += labelled("assessable", "yes" if provision.assessable else "no")
    checked = provision.verified.value + (f", second reading {provision.cross_read}" if provision.cross_read else "")
    lines += labelled("checked", checked)
    if provision.note is not None:
        lines += labelled("note", provision.note)
    lines += labelled("cited by", ", ".join(catalogue.citing.get(wanted, ())) or "no criterion")
    return lines


def _instrument(catalogue: Catalogue, wanted: str) -> list[str]:
    instrument = catalogue.instruments[wanted]
    provisions = [entry for entry in catalogue.provisions.values() if entry.instrument == wanted]
    lines = [f"Instrument {instrument.id}", *paragraph(instrument.title), ""]
    lines += labelled("symbol", instrument.symbol or "none")
    lines += labelled("year", "not stated" if instrument.year is None else str(instrument.year))
    lines += labelled("by", instrument.body)
    lines += labelled("kind", instrument.binding.value)
    lines += ["", f"Provisions ({len(provisions)})"]
    for provision in provisions:
        lines += paragraph(f"{provision.id}: {provision.pinpoint}. {provision.subject}", indent=2)
    return lines


def _dimension(catalogue: Catalogue, wanted: str) -> list[str]:
    dimension = catalogue.dimensions[wanted]
    criteria = [entry.criterion for entry in catalogue if entry.criterion.dimension == wanted]
    lines = [f"Dimension {dimension.id}", *paragraph(dimension.title), ""]
    lines += labelled("about", dimension.about)
    lines += ["", f"Criteria ({len(criteria)})"]
    for criterion in criteria:
        lines += paragraph(f"{criterion.id}: {criterion.title}", indent=2)
    return lines


def _respondent(catalogue: Catalogue, wanted: str) -> list[str]:
    respondent = catalogue.respondents[wanted]
    asked = [question for question in catalogue.questions.values() if wanted in question.respondents]
    lines = [f"Respondent {respondent.id}", *paragraph(respondent.title), ""]
    lines += labelled("about", respondent.about)
    lines += ["", f"Questions ({len(asked)})"]
    for question in asked:
        lines += paragraph(f"{question.id}: {question.text}", indent=2)
    return lines


def _checklist(catalogue: Catalogue, wanted: str) -> list[str]:
    checklist = catalogue.checklists[wanted].content
    lines = [f"Checklist {checklist.checklist}", *paragraph(checklist.title), ""]
    lines += labelled("version", checklist.version)
    lines += labelled("counts for", checklist.counts_for.value)
    lines += labelled("about", checklist.about)
    if checklist.rules:
        lines += ["", f"How its words are read ({len(checklist.rules)})"]
    for rule in checklist.rules:
        lines += ["", *paragraph(rule.word, indent=2)]
        lines += labelled("rule", rule.rule, indent=4)
        lines += labelled("example", rule.example, indent=4)
    criteria = sorted(checklist.criteria, key=catalogue.order)
    lines += ["", f"Criteria ({len(criteria)})"]
    for criterion in criteria:
        lines += paragraph(f"{criterion.id}: {criterion.title}", indent=2)
    return lines
