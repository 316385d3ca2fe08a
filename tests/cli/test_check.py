"""`footlights check`: exit codes, folders, standard input, JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from footlights.checks import PROFILES, check_named
from footlights.cli.check import command as check_command

from .accepted import agrees
from .asking import ASKING, SMALL_SET
from .conftest import GOOD, Footlights

#: One check, so that what others find does not matter here.
ONE = "contact-without-doer"
DOUBTFUL = GOOD + "colour: red\n"
FAULTY = GOOD.replace("by: shiner", "by: shinner").replace("feels: 1", "feels: lots")


def test_a_good_file_is_fine(good: Path, footlights: Footlights) -> None:
    assert footlights("check", "good.blueprint.yaml", "--only", ONE) == (0, "", "good.blueprint.yaml: fine\n")
    code, out, err = footlights("check", "good.blueprint.yaml")
    assert (code, out, err.splitlines()[0]) == (0, "", "good.blueprint.yaml: fine")  # what strict would ask comes below
    assert footlights("check", "good.blueprint.yaml", "--quiet") == (0, "", "")


def test_every_fault_is_told_at_once_and_ends_with_two(tmp_path: Path, footlights: Footlights) -> None:
    (tmp_path / "bad.blueprint.yaml").write_text(FAULTY)
    code, out, err = footlights("check", "bad.blueprint.yaml")
    assert (code, out) == (2, "")
    assert "bad.blueprint.yaml:15:12: error: " in err
    assert " 20 |       by: shinner\n" in err
    assert "shiner" in err.partition("shinner")[2]  # what exists
    assert err.splitlines()[-1] == "2 errors and 0 warnings in 1 file"
    assert "fouten" in footlights("check", "bad.blueprint.yaml", "--language", "nl").err


def test_a_doubt_is_told_and_only_counts_when_asked(tmp_path: Path, footlights: Footlights) -> None:
    (tmp_path / "doubtful.blueprint.yaml").write_text(DOUBTFUL)
    code, _, err = footlights("check", "doubtful.blueprint.yaml")
    assert code == 0
    assert "doubtful.blueprint.yaml:22:1: warning: " in err
    assert footlights("check", "doubtful.blueprint.yaml", "--fail-on", "warning").code == 1
    assert footlights("check", "doubtful.blueprint.yaml", "--fail-on", "error").code == 0


def test_a_folder_stands_for_the_blueprints_in_it(tmp_path: Path, footlights: Footlights) -> None:
    for name in ("a/b/deep.blueprint.yaml", "a/top.blueprint.yml", "a/.hidden/no.blueprint.yaml", "a/node_modules/no.blueprint.yaml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(GOOD)
    (tmp_path / "a" / "other.yaml").write_text("not a blueprint")
    code, out, _ = footlights("check", "a", "a/top.blueprint.yml", "--json")
    assert code == 0
    names = [file["file"] for file in json.loads(out)["files"]]
    assert [name.replace("\\", "/") for name in names] == ["a/top.blueprint.yml", "a/b/deep.blueprint.yaml"]
    assert footlights("check", "a", "--only", ONE).err == "2 blueprints: all fine\n"


def test_a_pattern_that_the_shell_left_alone(good: Path, tmp_path: Path, footlights: Footlights) -> None:
    (tmp_path / "[odd].yaml").write_text(GOOD)
    assert footlights("check", "*.blueprint.yaml", "--only", ONE).err == "good.blueprint.yaml: fine\n"
    assert footlights("check", "[odd].yaml", "--only", ONE).err == "[odd].yaml: fine\n"
    assert footlights("check", "*.none").err.startswith("*.none: error: ")


def test_a_folder_without_blueprints_is_a_mistake(tmp_path: Path, footlights: Footlights) -> None:
    (tmp_path / "empty").mkdir()
    code, _, err = footlights("check", "empty")
    assert code == 2
    assert err == "footlights: empty: no *.blueprint.yaml file in this folder or below it\n"


def test_standard_input(footlights: Footlights) -> None:
    assert footlights("check", "-", "--only", ONE, input=GOOD) == (0, "", "<stdin>: fine\n")
    assert "<stdin>:15:12: error" in footlights("check", "-", input=FAULTY).err
    assert "once" in footlights("check", "-", "-", input=GOOD).err


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.blueprint.yaml", b""),
        ("binary.blueprint.yaml", bytes(range(256)) * 8),
        ("half.blueprint.yaml", "title: é".encode("utf-16")[:-1]),
        ("list.blueprint.yaml", b"- a\n- b\n"),
        ("deep.blueprint.yaml", b"[" * 10_000),
        ("tabs.blueprint.yaml", b"phases:\n\t- a\n"),
        ("nul.blueprint.yaml", b"footlights: 1\ntitle: a\0b\n"),
        ("twice.blueprint.yaml", b"footlights: 1\ntitle: a\ntitle: b\n"),
    ],
)
def test_what_is_no_blueprint_gets_a_sentence_with_its_name(name: str, content: bytes, tmp_path: Path, footlights: Footlights) -> None:
    (tmp_path / name).write_bytes(content)
    code, out, err = footlights("check", name)
    assert (code, out) == (2, "")
    assert err.startswith(name)
    assert ": error: " in err
    assert "Traceback" not in err


def test_a_file_that_is_missing_is_told_like_any_fault(footlights: Footlights) -> None:
    code, _, err = footlights("check", "nowhere.blueprint.yaml")
    assert code == 2
    assert err.startswith("nowhere.blueprint.yaml: error: ")


def test_one_bad_file_does_not_hide_the_others(good: Path, tmp_path: Path, footlights: Footlights) -> None:
    (tmp_path / "bad.blueprint.yaml").write_text(FAULTY)
    code, out, err = footlights("check", "nowhere.yaml", "bad.blueprint.yaml", good.name, "--format", "json")
    answer = json.loads(out)
    assert (code, err) == (2, "")
    assert [(file["file"], file["errors"]) for file in answer["files"]] == [
        ("nowhere.yaml", 1),
        ("bad.blueprint.yaml", 2),
        ("good.blueprint.yaml", 0),
    ]


def test_the_json_answer(tmp_path: Path, footlights: Footlights, request: pytest.FixtureRequest) -> None:
    text = "footlights: 1\ntitle: A shine\ncolour: red\nphases:\n- {title: Sit, steps: [{does: Sits down, until: x, feels: lots}]}\n"
    (tmp_path / "shine.blueprint.yaml").write_text(text)
    code, out, err = footlights("check", "shine.blueprint.yaml", "--json")
    assert (code, err) == (2, "")
    agrees("check.json", out, request)


@pytest.fixture
def asking(tmp_path: Path) -> Path:
    path = tmp_path / "asking.blueprint.yaml"
    path.write_text(ASKING, "utf-8")
    return path


@pytest.mark.parametrize("language", ["en", "nl", "es"])
def test_findings_are_told_calmly_with_their_reason_once(
    language: str, asking: Path, footlights: Footlights, request: pytest.FixtureRequest
) -> None:
    code, out, err = footlights("check", asking.name, *SMALL_SET, "--language", language)
    assert (code, out) == (0, "")
    agrees(f"check.{language}.txt", err, request)


def test_the_findings_in_json(asking: Path, footlights: Footlights, request: pytest.FixtureRequest) -> None:
    code, out, err = footlights("check", asking.name, "--only", ONE, "--json")
    assert (code, err) == (0, "")
    agrees("check_findings.json", out, request)
    answer = json.loads(out)
    assert [each["status"] for each in answer["findings"] + answer["laid_aside"]] == ["open", "allowed", "dismissed"]
    assert answer["files"][0] | {"file": ""} == {
        "file": "", "errors": 0, "warnings": 0, "findings": 1, "kept_back": 0, "laid_aside": 2, "mended": 0,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("only", "fails_from"),
    [
        ("moment-below-desired-level", "high"),  # high, at a moment of grade 3
        ("contact-without-doer", "high"),  # at the same moment
        ("finding-without-action", "medium"),
        ("no-such-finding", ""),
    ],
)
def test_a_finding_fails_from_its_own_severity_down(only: str, fails_from: str, asking: Path, footlights: Footlights) -> None:
    ladder = ["error", "high", "medium", "low"]
    chosen = only if fails_from else "broken-check"
    codes = [footlights("check", asking.name, "--only", chosen, "--fail-on", severity).code for severity in ladder]
    least = ladder.index(fails_from) if fails_from else len(ladder)
    assert codes == [int(number >= least) for number in range(len(ladder))]
    assert footlights("check", asking.name, "--only", chosen, "--fail-on", "warning").code == codes[2]
    assert footlights("check", asking.name, "--only", chosen).code == 0


def test_what_is_accepted_or_allowed_does_not_fail(tmp_path: Path, footlights: Footlights) -> None:
    text = GOOD.replace("      by: shiner\n", "")
    record = "findings:\n- {id: known, on: [cards/brush], title: Nobody, status: %s, fingerprint: contact-without-doer@cards/brush%s}\n"
    for status, ground, failing in (("accepted", "", 0), ("dismissed", "", 0), ("dismissed", "~00000000", 1), ("open", "", 1)):
        (tmp_path / "a.blueprint.yaml").write_text(text + record % (status, ground))
        said = footlights("check", "a.blueprint.yaml", "--only", ONE, "--fail-on", "low")
        assert said.code == failing, (status, ground, said)
    allowed = text.replace("id: brush\n", "id: brush\n      allow: {contact-without-doer: The brush turns by itself}\n")
    (tmp_path / "a.blueprint.yaml").write_text(allowed)
    assert footlights("check", "a.blueprint.yaml", "--only", ONE, "--fail-on", "low").code == 0


def test_a_check_that_breaks_fails_without_being_asked(good: Path, footlights: Footlights, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = check_named(ONE)._replace(find=lambda *_: 1 / 0)
    monkeypatch.setattr("footlights.checks.catalogue", lambda: (broken,))
    code, _, err = footlights("check", good.name)
    assert code == 1
    assert "error: The check STR001 contact-without-doer broke off: ZeroDivisionError" in err


def test_quiet_says_only_what_fails(asking: Path, footlights: Footlights) -> None:
    assert footlights("check", asking.name, *SMALL_SET, "--quiet") == (0, "", "")
    code, _, err = footlights("check", asking.name, *SMALL_SET, "--quiet", "--fail-on", "high")
    assert code == 1
    assert [line.partition(": ")[2].partition(":")[0] for line in err.splitlines()] == ["high", "high"]


def test_calm_keeps_back_and_says_how_many(asking: Path, footlights: Footlights) -> None:
    few = json.loads(footlights("check", asking.name, "--json").out)
    all_ = json.loads(footlights("check", asking.name, "--json", "--profile", "strict").out)
    assert (few["profile"], all_["profile"]) == ("calm", "strict")
    kept = few["files"][0]["kept_back"]
    assert len(few["findings"]) + kept == len(all_["findings"])
    assert all_["files"][0]["kept_back"] == 0
    last = footlights("check", asking.name).err.splitlines()[-1]
    assert last == (f"and {kept} more with --profile strict" if kept else last)


def test_the_profiles_are_those_of_the_checks() -> None:
    profile = next(param for param in check_command.params if param.name == "profile")
    assert profile.type.words == PROFILES


@pytest.mark.parametrize("option", ["--only", "--skip"])
def test_a_check_that_is_not_there_is_named_with_those_near(option: str, asking: Path, footlights: Footlights) -> None:
    code, out, err = footlights("check", asking.name, option, "contact-without-do")
    assert (code, out) == (2, "")
    assert "there is no check 'contact-without-do'; did you mean contact-without-doer" in err
    assert "`footlights rules`" in err


def test_only_and_skip_take_codes_and_slugs(asking: Path, footlights: Footlights) -> None:
    def slugs(*options: str) -> set[str]:
        return {each["slug"] for each in json.loads(footlights("check", asking.name, "--json", *options).out)["findings"]}

    assert slugs("--only", "str001") == {ONE}
    assert slugs("--only", ONE, "--skip", "STR001") == set()
    assert ONE not in slugs("--skip", "STR001", "--profile", "strict")
    assert slugs(*SMALL_SET) == {ONE, "moment-below-desired-level", "finding-without-action"}


def test_fix_mends_in_place_and_keeps_every_comment(asking: Path, footlights: Footlights) -> None:
    code, out, err = footlights("check", asking.name, *SMALL_SET, "--fix")
    assert (code, out) == (0, "")
    assert err.count("asking.blueprint.yaml: mended: ") == 2
    text = asking.read_text("utf-8")
    assert text.startswith(ASKING.rstrip("\n"))
    assert text.removeprefix(ASKING).startswith("actions:\n")
    assert "[PLA001 finding-without-action]" in err
    assert "2 findings in 1 file: 2 high" in err
    again = footlights("check", asking.name, *SMALL_SET, "--fix")
    assert "mended" not in again.err
    assert asking.read_text("utf-8") == text


def test_nothing_to_mend_leaves_the_bytes(tmp_path: Path, footlights: Footlights) -> None:
    data = b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode()
    path = tmp_path / "good.blueprint.yaml"
    path.write_bytes(data)
    before = path.stat().st_mtime_ns
    assert footlights("check", path.name, "--only", ONE, "--fix").code == 0
    assert (path.read_bytes(), path.stat().st_mtime_ns) == (data, before)
    path.write_text(FAULTY)
    assert footlights("check", path.name, "--fix").code == 2
    assert path.read_text() == FAULTY


def test_fix_on_standard_input_answers_with_the_text(footlights: Footlights) -> None:
    code, out, err = footlights("check", "-", *SMALL_SET, "--fix", input=ASKING)
    assert code == 0
    assert out.startswith(ASKING) and "actions:" in out
    assert "<stdin>: mended: " in err
    assert footlights("check", "-", "--only", ONE, "--fix", input=GOOD).out == GOOD
    for form in (["--json"], ["--format", "sarif"]):
        refused = footlights("check", "-", "--fix", *form, input=GOOD)
        assert (refused.code, refused.out) == (2, "")


def test_fix_says_in_json_what_it_mended(asking: Path, footlights: Footlights) -> None:
    answer = json.loads(footlights("check", asking.name, *SMALL_SET, "--fix", "--json").out)
    assert [each["address"] for each in answer["mended"]] == ["findings/queue", "findings/stain"]
    assert {each["slug"] for each in answer["findings"]} == {ONE, "moment-below-desired-level"}
    assert answer["files"][0]["mended"] == 2
