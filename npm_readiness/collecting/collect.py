"""From a profile to a form in one call."""

from __future__ import annotations

from collections.abc import Sequence

from npm_readiness.collecting.form import Note, draw_form
from npm_readiness.collecting.questionnaire import collect_questions
from npm_readiness.models.catalogue import Catalogue
from npm_readiness.models.profile import Profile

__all__ = ["collect"]


def collect(  # noqa: PLR0913 - each is a choice of its own
    profile: Profile,
    form: str,
    catalogue: Catalogue | None = None,
    *,
    respondents: Sequence[str] = (),
    checklists: Sequence[str] | None = None,
    note: Note | None = None,
) -> bytes:
    """The bytes of a form (``workbook``, ``page``, ``xlsform`` or ``paper``) with the questions for some respondents.

    Only what applies to the country and does not answer itself is asked. ``respondents`` are by default all, ``checklists`` those
    of the profile; ``note`` says who asks, by when and why. Raises :class:`~npm_readiness.problems.InputError` for a respondent or
    a checklist that there is not, where nothing is asked, and where the extra of the form is not installed.
    """
    return draw_form(collect_questions(profile, catalogue, respondents=respondents, checklists=checklists), form, note)
