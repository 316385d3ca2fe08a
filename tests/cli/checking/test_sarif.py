"""SARIF: what OASIS's own schema says of it, and what code hosts read in it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import footlights as fl
from tests.cli.accepted import agrees
from tests.cli.asking import ASKING, SMALL_SET
from tests.cli.conftest import GOOD, Footlights

SCHEMA = json.loads((Path(__file__).parents[1] / "sarif" / "sarif-schema-2.1.0.json").read_text("utf-8"))
FAULTY = GOOD.replace("by: shiner", "by: shinner").replace("feels: 1", "feels: lots") + "colour: red\n"


def valid(text: str) -> dict[str, Any]:
    """The answer, held against the schema with its formats; its one run."""
    answer = json.loads(text)
    kind = jsonschema.validators.validator_for(SCHEMA)
    kind.check_schema(SCHEMA)
    kind(SCHEMA, format_checker=kind.FORMAT_CHECKER).validate(answer)
    assert answer["$schema"] == SCHEMA["id"]
    (run,) = answer["runs"]
    return run


def sarif(footlights: Footlights, *arguments: str, input: str = "") -> dict[str, Any]:
    said = footlights("check", *arguments, "--format", "sarif", input=input)
    assert said.err == ""
    return valid(said.out)


def test_the_schema_would_notice() -> None:
    with pytest.raises(jsonschema.ValidationError):
        valid('{"version": "2.1.0", "runs": [{"tool": {}}]}')


def test_the_answer(tmp_path: Path, footlights: Footlights, request: pytest.FixtureRequest) -> None:
    (tmp_path / "asking.blueprint.yaml").write_text(ASKING, "utf-8")
    (tmp_path / "faulty.blueprint.yaml").write_text(FAULTY, "utf-8")
    said = footlights("check", "asking.blueprint.yaml", "faulty.blueprint.yaml", *SMALL_SET, "--format", "sarif")
    assert (said.code, said.err) == (2, "")
    run = valid(said.out)
    agrees("check.sarif", said.out.replace(f'"version": "{fl.__version__}"', '"version": "0"'), request)
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == sorted({result["ruleId"] for result in run["results"]})
    for result in run["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
    suppressed = {
        result["message"]["text"].partition("\n")[0]: result["suppressions"] for result in run["results"] if result["suppressions"]
    }
    assert suppressed == {
        "Nobody stands behind 'Plays the radio'.": [
            {"kind": "inSource", "status": "accepted", "justification": "The radio plays by itself"}
        ],
        "Nobody stands behind '😀😀 smiles 😀😀'.": [{"kind": "external", "status": "accepted", "justification": "The owner does, always"}],
    }
    assert {result["properties"]["severity"]: result["level"] for result in run["results"]} == {
        "high": "warning", "medium": "warning", "warning": "warning", "error": "error",
    }  # fmt: skip


@pytest.mark.parametrize(("language", "name"), [("en", ""), ("nl", "it-incident.blueprint.yaml"), ("es", "passport.blueprint.yaml")])
def test_everything_the_examples_trip_is_valid(language: str, name: str, footlights: Footlights) -> None:
    examples = Path(__file__).parents[3] / "examples"
    run = sarif(footlights, str(examples / name), "--profile", "strict", "--language", language)
    assert run["tool"]["driver"]["language"] == language
    assert len(run["results"]) > 2


def test_columns_count_utf16(tmp_path: Path, footlights: Footlights) -> None:
    line = '    - {does: "😀😀", id: smile, by: nobody}'
    (tmp_path / "a.blueprint.yaml").write_text(
        f"footlights: 1\ntitle: A\nphases:\n- title: Sit\n  steps:\n  - does: Sits\n    frontstage:\n{line}\n", "utf-8"
    )
    (result,) = sarif(footlights, "a.blueprint.yaml")["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    units = line.encode("utf-16-le")
    assert units[2 * (region["startColumn"] - 1) : 2 * (region["endColumn"] - 1)].decode("utf-16-le") == "nobody"
    (tmp_path / "a.blueprint.yaml").write_text(
        "footlights: 1\ntitle: A\nphases:\n- title: Sit\n  steps:\n  - does: Sits\n    frontstage:\n"
        '    - {does: "😀", id: one, by: []}\n    - {does: "😀😀😀", id: smile}\n',
        "utf-8",
    )
    results = sarif(footlights, "a.blueprint.yaml", "--only", "contact-without-doer")["results"]
    regions = {
        each["locations"][0]["logicalLocations"][0]["fullyQualifiedName"]: each["locations"][0]["physicalLocation"]["region"]
        for each in results
    }
    assert regions["cards/smile"]["endColumn"] == len('    - {does: "😀😀😀", id: smile}'.encode("utf-16-le")) // 2 + 1


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("a b.yaml", "a%20b.yaml"),
        ("50%.yaml", "50%25.yaml"),
        ("c:d#e?.yaml", "c%3Ad%23e%3F.yaml"),
        ("één/twee.yaml", "%C3%A9%C3%A9n/twee.yaml"),
        ("../x.yaml", "../x.yaml"),
    ],
)
def test_paths_are_relative_and_encoded(
    name: str, uri: str, tmp_path: Path, footlights: Footlights, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    (here / name).parent.mkdir(exist_ok=True)
    (here / name).write_text("footlights: 1\ntitle: A\ncolour: red\n", "utf-8")
    for given in (name, str(here / name)):
        (result,) = sarif(footlights, given, "--only", "contact-without-doer")["results"]
        assert result["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": uri, "uriBaseId": "SRCROOT"}


def test_a_name_that_is_no_text(tmp_path: Path, footlights: Footlights) -> None:
    (tmp_path / "odd\udcff.yaml").write_text("footlights: 1\ntitle: A\ncolour: red\n", "utf-8")
    (result,) = sarif(footlights, "odd\udcff.yaml", "--only", "contact-without-doer")["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "odd%FF.yaml"


def test_standard_input_and_a_missing_file(footlights: Footlights) -> None:
    (result,) = sarif(footlights, "-", input="naam: x\n")["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": "stdin"}
    (result,) = sarif(footlights, "nowhere.yaml")["results"]
    assert "region" not in result["locations"][0]["physicalLocation"]


def test_the_fingerprint_stays_while_lines_move(tmp_path: Path, footlights: Footlights) -> None:
    (tmp_path / "a.blueprint.yaml").write_text(ASKING, "utf-8")
    before = sarif(footlights, "a.blueprint.yaml", *SMALL_SET)
    (tmp_path / "a.blueprint.yaml").write_text("# a line more\n" + ASKING.replace("A shine", "Another title"), "utf-8")
    after = sarif(footlights, "a.blueprint.yaml", *SMALL_SET)

    def prints(run: dict[str, Any]) -> list[str]:
        return [result["partialFingerprints"]["footlights/v1"] for result in run["results"]]

    assert prints(before) == prints(after)
    assert len(set(prints(before))) == len(before["results"])
    assert before["automationDetails"]["id"] == after["automationDetails"]["id"] == "footlights/check/strict/"


def test_nothing_to_say_is_an_empty_run(good: Path, footlights: Footlights) -> None:
    run = sarif(footlights, good.name, "--only", "contact-without-doer")
    assert (run["results"], run["tool"]["driver"]["rules"]) == ([], [])
