"""The editor is built when its sources changed, and only then; the old one stands until the new one is whole."""

from __future__ import annotations

from pathlib import Path

import pytest

import webbuild


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with a small editor, and an npm that writes what it was asked."""
    for name in ("index.html", "package.json", "package-lock.json", "src/a.ts", "project.inlang/settings.json"):
        path = tmp_path / "web" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    monkeypatch.setattr(webbuild, "run_npm", npm)
    npm.asked.clear()
    npm.codes.clear()
    return tmp_path


class Npm:
    """Stands in for npm: `ci` makes the folder, `build` writes a page."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.codes: dict[str, int] = {}

    def __call__(self, root: Path, *argv: str) -> int:
        what = next(word for word in argv if word in {"ci", "build"})
        self.asked.append(what)
        if what == "ci":
            (root / "web" / "node_modules").mkdir(exist_ok=True)
        else:
            Path(argv[argv.index("--outDir") + 1], "index.html").write_text("built")
        return self.codes.get(what, 0)


npm = Npm()


def test_it_builds_once_and_again_after_a_change(project: Path) -> None:
    webbuild.build(project)
    assert npm.asked == ["ci", "build"]
    assert (webbuild.static(project) / "index.html").read_text() == "built"
    webbuild.build(project)
    assert npm.asked == ["ci", "build"]
    (project / "web" / "src" / "a.ts").write_text("changed")
    webbuild.build(project)
    assert npm.asked == ["ci", "build", "build"]
    (project / "web" / "package-lock.json").write_text("changed")
    webbuild.build(project)
    assert npm.asked == ["ci", "build", "build", "ci", "build"]
    assert sorted(path.name for path in (project / "build").iterdir()) == []


@pytest.mark.parametrize(
    "name",
    ["node_modules/x/index.js", "src/generated/paraglide/runtime.js", "src/a.test.ts", "project.inlang/.meta.json"],
)
def test_what_does_not_end_up_in_the_editor_does_not_count(project: Path, name: str) -> None:
    webbuild.build(project)
    path = project / "web" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("new")
    assert webbuild.is_fresh(project)


def test_line_ends_do_not_count_and_the_fonts_do(project: Path) -> None:
    source = project / "web" / "src" / "a.ts"
    source.write_bytes(b"one\ntwo\n")
    webbuild.build(project)
    source.write_bytes(b"one\r\ntwo\r\n")
    assert webbuild.is_fresh(project)
    (project / webbuild.FONTS).mkdir(parents=True)
    (project / webbuild.FONTS / "a.woff2").write_bytes(b"font")
    assert not webbuild.is_fresh(project)


@pytest.mark.parametrize("failing", ["ci", "build"])
def test_a_failure_leaves_the_old_editor_and_is_tried_again(project: Path, failing: str) -> None:
    webbuild.build(project)
    (project / "web" / "package-lock.json").write_text("changed")
    (webbuild.static(project) / "index.html").write_text("old")
    npm.codes[failing] = 1
    with pytest.raises(SystemExit, match=r"\(exit code 1\)"):
        webbuild.build(project)
    assert (webbuild.static(project) / "index.html").read_text() == "old"
    npm.codes.clear()
    webbuild.build(project)
    assert (webbuild.static(project) / "index.html").read_text() == "built"


def test_what_a_source_archive_brings_is_taken_as_it_is(project: Path) -> None:
    (project / "PKG-INFO").write_text("")
    assert not webbuild.is_fresh(project)
    webbuild.static(project).mkdir(parents=True)
    (webbuild.static(project) / "index.html").write_text("shipped")
    assert webbuild.is_fresh(project)


def test_the_node_of_this_environment_is_the_pinned_one() -> None:
    found = webbuild.wheel_node()
    assert found is not None
    command, env = webbuild.npm()
    assert command == [str(part) for part in found]
    assert env["PATH"].startswith(str(found[0].parent))


def test_without_node_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webbuild, "wheel_node", lambda: None)
    monkeypatch.setattr(webbuild.shutil, "which", lambda name: None)
    with pytest.raises(SystemExit, match=r"Node\.js 20\.19 or newer"):
        webbuild.npm()


@pytest.mark.parametrize(("said", "enough"), [("v20.19.0", True), ("v24.1.0", True), ("v20.18.9", False), ("v18.20.4", False), ("", False)])
def test_an_old_node_is_passed_over(monkeypatch: pytest.MonkeyPatch, said: str, enough: bool) -> None:
    monkeypatch.setattr(webbuild.shutil, "which", lambda name: f"/bin/{name}")
    monkeypatch.setattr(webbuild.subprocess, "run", lambda *a, **k: webbuild.subprocess.CompletedProcess(a, 0, stdout=said))
    assert webbuild.system_npm() == (["/bin/npm"] if enough else None)


def test_an_unknown_order_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert webbuild.main(["dance"]) == 2
    assert "webbuild.py" in capsys.readouterr().err
