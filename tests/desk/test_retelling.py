"""Telling stored articles again: what an older version of the rules told is replaced, ids stay, the same is not written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from diemtin.desk.retelling import retell
from diemtin.desk.telling import save_told
from diemtin.events import find_told
from diemtin.news import Day, Told
from diemtin.store import models
from diemtin.store.keys import Keys
from diemtin.store.queries.articles import get_articles
from tests.desk.commands import new_desk, write_lines
from tests.desk.news import SUMMIT
from tests.small_desk import SmallDesk

BODY = (
    "Ngày 18/11/2026, Thủ tướng Nhật Bản Ishida Kenji đã hội đàm với Thủ tướng Canada Paul Martel tại Tokyo.\n"
    "Ông Ishida Kenji cho biết hai bên sẽ mở thêm đường bay."
)


@pytest.mark.django_db
def test_what_older_rules_told_is_replaced_and_ids_stay() -> None:
    desk, keys = SmallDesk(), Keys()
    rows = [desk.article("Hai thủ tướng gặp nhau", body=BODY), desk.article("Không có gì", body="Trời nắng.")]
    article = get_articles([rows[0].key])[rows[0].key]
    now = find_told(article, article.published)
    (met,), (said,) = now.meetings, now.statements
    older = Told((replace(met, date=Day(2026, 11, 2)),), (said, replace(said, speaker="Paul Martel")), now.persons)
    save_told([(rows[0], older)], keys)
    keys.save()
    meeting, quote = models.Meeting.objects.get(), models.Statement.objects.get(speaker="Ishida Kenji")

    report = retell(processes=1)
    assert (report.articles, report.changed) == (2, 1)
    told = models.Meeting.objects.get()
    assert (told.key, told.date, told.merged["revision"]) == (meeting.key, "2026-11-18", 1)
    assert models.Statement.objects.get().key == quote.key
    assert retell(processes=1).changed == 0, "the same is not written again"


@pytest.mark.django_db
def test_what_was_taken_down_is_not_told_again() -> None:
    row = SmallDesk().article("Hai thủ tướng gặp nhau", body=BODY)
    models.Article.objects.filter(pk=row.pk).update(removed=row.first_seen)
    assert retell(processes=1).articles == 0
    assert not models.Meeting.objects.exists()


def test_a_new_desk_tells_the_same_again(tmp_path: Path) -> None:
    desk = new_desk(tmp_path / "desk")
    desk.run("ingest", str(write_lines(tmp_path / "news.jsonl", [SUMMIT])))
    before = desk.export("meetings") + desk.export("statements")
    assert "1 articles told again, 0 of them" in desk.run("retell").stderr
    assert desk.export("meetings") + desk.export("statements") == before
