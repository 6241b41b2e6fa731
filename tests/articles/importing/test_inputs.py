"""Walking inputs: what is found, in which order, under which path, and what is refused."""

import gzip
import io
import json
import os
import sys
import tarfile
import zipfile
from types import SimpleNamespace

import pytest

from articles.importing import archives
from articles.importing.inputs import count, walk
from articles.importing.raw_files import MAX_PATH, RawFile, printable

TEXT = b" date 2025-09-12\nAn invented headline\nThe ministers met in the city and signed."


def zip_of(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def tar_of(members: dict[str, bytes], mode: str = "w:gz") -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode=mode) as archive:
        for name, content in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return buffer.getvalue()


@pytest.fixture
def walked(tmp_path, monkeypatch):
    """Put content into a file and walk it; paths come back below the folder."""
    monkeypatch.chdir(tmp_path)

    def walk_content(name: str, content: bytes) -> list[RawFile]:
        (tmp_path / name).write_bytes(content)
        return list(walk([tmp_path / name]))

    return walk_content


def paths(files: list[RawFile]) -> list[str]:
    return [file.path for file in files]


def problems(files: list[RawFile]) -> dict[str, str]:
    return {file.path: file.problem for file in files if file.problem}


def test_a_folder_is_walked_to_the_last_subfolder_in_order(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("b.txt", "a/z.txt", "a/deep/x.txt", ".hidden", "a/.git/y", "reference/r.json"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(TEXT)
    (tmp_path / "a/reference").mkdir()
    (tmp_path / "a/reference/kept.txt").write_bytes(TEXT)
    os.symlink(tmp_path, tmp_path / "a/loop")
    found = ["a/deep/x.txt", "a/reference/kept.txt", "a/z.txt", "b.txt"]
    assert paths(list(walk([tmp_path]))) == found
    assert count([tmp_path]) == 4


def test_what_lies_in_a_named_folder_comes_once(tmp_path):
    (tmp_path / "one.txt").write_bytes(TEXT)
    assert len(list(walk([tmp_path / "one.txt", tmp_path, tmp_path]))) == 1


def test_what_cannot_be_opened_comes_with_its_problem(tmp_path):
    (tmp_path / "one.txt").write_bytes(TEXT)
    missing, file = walk([tmp_path / "nowhere.txt", tmp_path])
    assert missing.problem == "No such file or directory"
    assert file.content == TEXT


def test_a_walk_is_lazy(tmp_path):
    for name in "ab":
        (tmp_path / name).write_bytes(TEXT)
    files = walk([tmp_path])
    next(files)
    (tmp_path / "b").unlink()
    assert next(files).problem == "No such file or directory"


@pytest.mark.parametrize("name", ["week.zip", "week.tar", "week.tar.gz", "week.tgz"])
def test_members_of_archives_are_documents(walked, name):
    members = {"inner/one.txt": TEXT, "two.txt": TEXT + b"2", ".DS_Store": b"x", "__MACOSX/y": b""}
    make = zip_of if name.endswith("zip") else tar_of
    content = tar_of(members, "w") if name.endswith(".tar") else make(members)
    files = walked(name, content)
    assert paths(files) == [f"{name}/inner/one.txt", f"{name}/two.txt"]
    assert files[0].content == TEXT


def test_a_packed_file_is_the_document_in_it(walked):
    (file,) = walked("page.html.gz", gzip.compress(TEXT))
    assert (file.path, file.content) == ("page.html.gz/page.html", TEXT)
    assert problems(walked("cut.gz", gzip.compress(TEXT)[:-9])) == {"cut.gz": "damaged"}


def test_an_archive_in_an_archive_is_opened_once(walked):
    inner = zip_of({"deep.txt": TEXT, "more.zip": zip_of({"deepest.txt": TEXT})})
    files = walked("week.zip", zip_of({"day.zip": inner, "last.txt": TEXT}))
    assert paths(files) == [
        "week.zip/day.zip/deep.txt",
        "week.zip/day.zip/more.zip",
        "week.zip/last.txt",
    ]
    assert problems(files) == {"week.zip/day.zip/more.zip": "archive in archive"}


def test_files_of_one_name_in_an_archive_stay_apart(walked):
    content = zip_of({"a.txt": TEXT, "b.txt": TEXT}).replace(b"b.txt", b"a.txt")
    assert paths(walked("w.zip", content)) == ["w.zip/a.txt", "w.zip/a.txt#2"]


def test_a_damaged_member_spoils_no_other(walked):
    content = bytearray(zip_of({"a.txt": TEXT * 9, "b.txt": TEXT}))
    content[45] ^= 0xFF
    files = walked("week.zip", bytes(content))
    assert problems(files) == {"week.zip/a.txt": "damaged"}
    assert files[1].content == TEXT


def test_a_locked_member_is_named(walked):
    content = bytearray(zip_of({"a.txt": TEXT}))
    content[content.index(b"PK\x01\x02") + 8] |= 1
    assert problems(walked("week.zip", bytes(content))) == {"week.zip/a.txt": "encrypted"}


@pytest.mark.parametrize("name", ["a.zip", "a.tar", "a.tar.gz"])
@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 no archive", b"\x1f\x8b\x08" + b"x" * 600])
def test_what_is_only_called_an_archive_is_damaged(walked, name, content):
    assert problems(walked(name, content)) in ({name: "damaged"}, {})


def test_a_tar_cut_off_keeps_what_came_before(walked):
    content = tar_of({"a.txt": TEXT, "b.txt": TEXT * 90}, "w")
    files = walked("week.tar", content[:3000])
    assert files[0].content == TEXT
    assert "damaged" in problems(files).values()


def test_a_tar_damaged_between_files_says_so(walked):
    content = bytearray(tar_of({"a.txt": TEXT, "b.txt": TEXT}, "w"))
    content[1024:1200] = b"?" * 176
    files = walked("week.tar", bytes(content))
    assert [file.path for file in files] == ["week.tar/a.txt", "week.tar"]
    assert problems(files) == {"week.tar": "damaged"}


@pytest.mark.parametrize("make", [zip_of, tar_of])
def test_a_bomb_ends_early(walked, make):
    name = "bomb.zip" if make is zip_of else "bomb.tgz"
    zeros = bytes(20_000_000)
    files = walked(name, make({"a": zeros, "b": zeros, "c": zeros, "d": zeros, "e": zeros}))
    assert problems(files)[name] == "unpacks too large"
    assert sum(len(file.content) for file in files) <= 60_000_000


def test_a_member_that_is_too_large_is_not_read(walked, monkeypatch):
    monkeypatch.setattr(archives, "MAX_FILE_SIZE", 1000)
    files = walked("week.zip", zip_of({"a.txt": b"x" * 1001, "b.txt": TEXT}))
    assert problems(files) == {"week.zip/a.txt": "too large"}


def test_a_header_that_claims_gigabytes_is_refused(walked):
    info = tarfile.TarInfo("a.txt")
    info.type, info.size = tarfile.XHDTYPE, 8_000_000_000
    assert list(problems(walked("w.tar", info.tobuf() + bytes(2048))).values()) in (
        ["unpacks too large"],
        ["damaged"],
    )


def test_too_many_members_are_refused(walked, monkeypatch):
    monkeypatch.setattr(archives, "MAX_MEMBERS", 2)
    files = walked("week.zip", zip_of({name: TEXT + name.encode() for name in "abc"}))
    assert paths(files) == ["week.zip/a", "week.zip/b", "week.zip"]
    assert problems(files) == {"week.zip": "too many files"}


@pytest.mark.parametrize("seed", range(0, 400, 7))
def test_archives_damaged_anywhere_end_in_files_or_problems(walked, seed):
    for name, content in (
        ("a.zip", zip_of({"a.txt": TEXT * 3, "b.txt": TEXT})),
        ("a.tgz", tar_of({"a.txt": TEXT * 3, "b.txt": TEXT})),
        ("a.tar", tar_of({"a.txt": TEXT * 3, "b.txt": TEXT}, "w")),
    ):
        broken = bytearray(content)
        broken[seed * len(broken) // 400] ^= 1 + seed % 255
        assert walked(name, bytes(broken)) is not None
        assert walked(name, content[: seed * len(content) // 400]) is not None


def test_office_documents_are_no_archives(walked):
    content = zip_of({"word/document.xml": b"<w/>"})
    assert paths(walked("letter.docx", content)) == ["letter.docx"]


@pytest.mark.parametrize("content", [TEXT, zip_of({"a.txt": TEXT}), tar_of({"a.txt": TEXT})])
def test_standard_input_is_known_by_its_content(monkeypatch, tmp_path, content):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(content)))
    (file,) = walk([type(tmp_path)("-")])
    assert file.content == TEXT
    assert file.path.split("/")[0] == "standard input"


RECORDS = [{"title": "First, invented"}, {"title": 'With "}]" inside'}, {"title": "Third"}]


@pytest.mark.parametrize("name", ["list.jsonl", "list.ndjson", "list.txt"])
def test_each_line_of_records_is_a_document(walked, name):
    lines = [json.dumps(record).encode() for record in RECORDS]
    files = walked(name, lines[0] + b"\r\n\n" + lines[1] + b"\n{broken\n" + lines[2])
    assert paths(files) == [f"{name}:1", f"{name}:3", f"{name}:4", f"{name}:5"]
    assert [file.content for file in files] == [lines[0], lines[1], b"{broken", lines[2]]


def test_each_record_of_a_list_is_a_document(walked):
    files = walked("list.json", json.dumps(RECORDS, indent=1).encode())
    assert paths(files) == ["list.json:1", "list.json:2", "list.json:3"]
    assert [json.loads(file.content) for file in files] == RECORDS


def test_a_list_of_more_than_any_feed_holds_ends_with_its_problem(walked, monkeypatch):
    monkeypatch.setattr("articles.importing.splitting.MAX_PARTS", 2)
    files = walked("list.json", b'[{"a": 1}, {"a": 2}, {"a": 3}, {"a": 4}]')
    assert [file.problem for file in files] == ["", "", "too many files"]


def test_a_broken_record_of_a_list_spoils_no_other(walked):
    files = walked("list.json", b'[{"a": 1}, {"b": nonsense}, {"c": [3]}, {"d": "cut')
    assert [file.content for file in files] == [
        b'{"a": 1}',
        b'{"b": nonsense}',
        b'{"c": [3]}',
        b'{"d": "cut',
    ]


def test_a_list_in_a_small_object_counts_as_the_list(walked):
    answer = {"status": "ok", "total": 3, "articles": RECORDS}
    files = walked("answer.json", json.dumps(answer).encode())
    assert [json.loads(file.content) for file in files] == RECORDS


def test_one_record_is_one_document(walked):
    content = json.dumps(RECORDS[0], indent=2).encode()
    assert [(file.path, file.content) for file in walked("one.json", content)] == [
        ("one.json", content)
    ]


RSS = b"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Example Daily</title><link>https://daily.example/</link><language>en</language>
<lastBuildDate>%s</lastBuildDate>
%s</channel></rss>"""
ITEM = (
    b"<item><title>Invented %d</title><description><![CDATA[</item> no end]]></description></item>"
)


def test_each_entry_of_a_feed_is_a_feed_of_its_own(walked):
    files = walked("feed.xml", RSS % (b"today", ITEM % 1 + b"\n" + ITEM % 2))
    assert paths(files) == ["feed.xml:1", "feed.xml:2"]
    assert files[1].content == (
        b'<?xml version="1.0" encoding="UTF-8"?>'
        b'<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>'
        b"<title>Example Daily</title><link>https://daily.example/</link><language>en</language>"
        + ITEM % 2
        + b"</channel></rss>"
    )


def test_an_entry_fetched_again_has_the_same_bytes(walked):
    (first,) = walked("monday.xml", RSS % (b"Monday", ITEM % 1))
    later = walked("tuesday.xml", RSS % (b"Tuesday", ITEM % 2 + ITEM % 1))
    assert later[1].sha256 == first.sha256


def test_an_entry_that_never_ends_spoils_no_other(walked):
    files = walked("feed.xml", RSS % (b"", b"<item><title>Broken" + ITEM % 2 + b"<item>last"))
    assert len(files) == 3
    assert ITEM % 2 in files[1].content


def test_a_feed_without_entries_is_one_document(walked):
    content = RSS % (b"", b"")
    assert [file.content for file in walked("feed.xml", content)] == [content]


def test_long_and_odd_paths_fit_the_journal_and_stay_apart():
    one, other = printable("a" * 900 + "1.txt"), printable("a" * 899 + "21.txt")
    assert len(one) == MAX_PATH
    assert one != other
    assert printable("bell\x07\u202etxt\udcff") == "bell\ufffd\ufffdtxt\ufffd"
