"""Ingest through the command line: nothing lost, nothing twice, ids kept, versions added."""

from __future__ import annotations

from pathlib import Path

from tests.desk.commands import new_desk, write_lines

STORM = {
    "id": "bao-1",
    "url": "https://baobencang.example/bao-so-9.html",
    "source": "Báo Bến Cảng",
    "title": "Bão số 9 đổ bộ vào Quảng Ngãi, gió giật cấp 13",
    "lead": "Sáng 18/11, tâm bão số 9 đi vào đất liền tỉnh Quảng Ngãi, hàng nghìn ngôi nhà bị tốc mái.",
    "text": "Theo Ban chỉ đạo phòng chống thiên tai, bão số 9 làm tốc mái hơn 2.000 ngôi nhà tại Quảng Ngãi.\n"
    "Lực lượng chức năng đã sơ tán 40.000 người dân vùng ven biển trước khi bão đổ bộ.",
    "date": "2026-11-18T09:30:00+07:00",
}
CHESS = {
    "id": "co-vua",
    "url": None,
    "source": "Thể Thao Ngày Mới",
    "title": "Kỳ thủ 15 tuổi giành huy chương vàng giải cờ vua châu Á",
    "lead": None,
    "text": "Kỳ thủ trẻ thắng bảy trong chín ván đấu tại giải cờ vua châu Á kết thúc tối qua.",
    "date": "2026-11-19",
}


def test_ids_are_kept_and_the_same_ingest_changes_nothing(tmp_path: Path) -> None:
    desk = new_desk(tmp_path / "desk")
    lines = write_lines(tmp_path / "news.jsonl", [STORM, CHESS])
    desk.run("ingest", str(lines))
    before = {what: desk.run("export", what).stdout for what in ("articles", "stories", "threads")}
    desk.run("ingest", str(lines))
    assert {what: desk.run("export", what).stdout for what in before} == before
    articles = desk.export("articles")
    assert [article["id"] for article in articles] == ["bao-1", "co-vua"]
    assert articles[0]["published"]["from"] == "2026-11-18T09:30:00+07:00"
    assert (articles[1]["published"]["from"], articles[1]["published"]["precision"]) == ("2026-11-19", "day")
    assert articles[0]["story"] != articles[1]["story"]
    assert {story["id"] for story in desk.export("stories")} == {article["story"] for article in articles}
    desk.run("check")


def test_changed_content_is_a_new_version_and_nothing_is_overwritten(tmp_path: Path) -> None:
    desk = new_desk(tmp_path / "desk")
    desk.run("ingest", str(write_lines(tmp_path / "one.jsonl", [STORM])))
    changed = STORM | {"title": "Bão số 9 suy yếu sau khi đổ bộ vào Quảng Ngãi"}
    desk.run("ingest", str(write_lines(tmp_path / "two.jsonl", [changed])))
    (article,) = desk.export("articles")
    assert (article["version"], article["title"]) == (2, changed["title"])
    desk.run("check")


def test_two_versions_in_one_file_are_two_versions(tmp_path: Path) -> None:
    desk = new_desk(tmp_path / "desk")
    changed = STORM | {"title": "Bão số 9 suy yếu sau khi đổ bộ vào Quảng Ngãi"}
    desk.run("ingest", str(write_lines(tmp_path / "both.jsonl", [STORM, changed])))
    (article,) = desk.export("articles")
    assert article["version"] == 2
    desk.run("check")


def test_refused_lines_are_named_and_the_rest_is_done(tmp_path: Path) -> None:
    desk = new_desk(tmp_path / "desk")
    lines = write_lines(tmp_path / "news.jsonl", [STORM])
    with lines.open("a", encoding="utf-8") as file:
        file.write("{torn\n")
    write_lines(tmp_path / "more.jsonl", [CHESS])
    done = desk.run("ingest", str(lines), str(tmp_path / "more.jsonl"), code=1)
    assert "news.jsonl:2" in done.stderr
    assert len(desk.export("articles")) == 2


def test_a_copy_is_folded_under_its_origin(tmp_path: Path) -> None:
    body = "\n".join(
        f"Đoạn {k} của bản tin nói rằng tàu cá số hiệu {k}{k} đã về tới cảng an toàn "
        "cùng các ngư dân trên tàu sau nhiều giờ lênh đênh."
        for k in range(12)
    )
    first = STORM | {"id": "goc", "text": body, "date": "2026-11-18T08:00:00+07:00"}
    copy = STORM | {"id": "chep", "text": body, "date": "2026-11-18T10:00:00+07:00"}
    copy |= {"source": "Báo Khác", "url": "https://bao-khac.example/1", "title": "Ngư dân về bến an toàn sau bão số 9"}
    desk = new_desk(tmp_path / "desk")
    desk.run("ingest", str(write_lines(tmp_path / "news.jsonl", [first, copy])))
    articles = {article["id"]: article for article in desk.export("articles")}
    assert articles["chep"]["copy_of"] == "goc"
    assert articles["goc"]["copy_of"] is None
    assert articles["goc"]["story"] == articles["chep"]["story"]


def test_a_missing_desk_is_an_error_with_a_hint(tmp_path: Path) -> None:
    desk = new_desk(tmp_path / "none")
    if "DATABASE_URL" not in desk.environment:
        done = desk.run("export", "articles", code=1)
        assert "diemtin ingest" in done.stderr


def test_a_version_about_something_else_moves_and_its_old_story_leads_there(tmp_path: Path) -> None:
    desk = new_desk(tmp_path / "desk")
    desk.run("ingest", str(write_lines(tmp_path / "one.jsonl", [STORM])))
    desk.run("ingest", str(write_lines(tmp_path / "two.jsonl", [CHESS | {"id": STORM["id"], "url": STORM["url"]}])))
    (article,) = desk.export("articles")
    assert article["version"] == 2
    assert [story["id"] for story in desk.export("stories")] == [article["story"]]
    desk.run("check")
