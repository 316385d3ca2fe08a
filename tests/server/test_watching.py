"""Watching: changes are told once they have come to rest, and folders give their blueprints within bounds."""

from __future__ import annotations

from pathlib import Path

from footlights.server.watching import Glance, Looks, blueprint_files, glance


def test_a_change_is_told_once_it_rests() -> None:
    looks, before, now = Looks(), Glance(1, 1, 1), Glance(2, 2, 1)
    looks.handle(before)
    assert [looks.changed(one) for one in (before, now, now)] == [False, False, True]
    looks.handle(now)
    assert not looks.changed(now)
    assert [looks.changed(one) for one in (None, None)] == [False, True], "a file that goes is a change"
    assert not any(looks.changed(Glance(n, n, n)) for n in range(5)), "still being written"


def test_a_glance(tmp_path: Path) -> None:
    path = tmp_path / "a"
    assert glance(path) is None
    path.write_text("x")
    first = glance(path)
    path.replace(tmp_path / "b")
    path.write_text("y")
    assert glance(path) != first
    assert glance(Path("\0")) is None


def test_the_blueprints_of_a_folder(tmp_path: Path) -> None:
    names = ("b.blueprint.yaml", "a.blueprint.yml", "deep/er/c.blueprint.yaml", ".hidden/x.blueprint.yaml", "node_modules/x.blueprint.yaml")
    for name in (*names, "other.yaml", "b.conflict-20270101-101010.blueprint.yaml", ".b.blueprint.yaml.1-0.tmp"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("")
    (tmp_path / "z.blueprint.yaml").symlink_to(tmp_path / "b.blueprint.yaml")
    (tmp_path / "round").symlink_to(tmp_path)
    deepest = tmp_path.joinpath(*"123456789") / "x.blueprint.yaml"
    deepest.parent.mkdir(parents=True)
    deepest.write_text("")
    found = [path.relative_to(tmp_path).as_posix() for path in blueprint_files(tmp_path)]
    assert found == ["a.blueprint.yml", "b.blueprint.yaml", "deep/er/c.blueprint.yaml"]
