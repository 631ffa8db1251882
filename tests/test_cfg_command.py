"""`peephole cfg`: blocks and edges as text, JSON, Graphviz and SVG."""

from __future__ import annotations

import base64
import json
import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from oracles import answers
from peephole.analysis.flow import Flow
from peephole.analysis.graph_forms import graph_dot, graph_json
from peephole.cli.app import run_app
from peephole.cli.flow_layout import GAP_X, Layout
from peephole.cli.flow_svg import flow_svg
from peephole.code import CodeObject, from_host, load_marshal

SOURCE = """
def search(items, wanted):
    for item in items:
        try:
            if item.key == wanted:
                return "<&>"
        except AttributeError:
            continue
    while items: pass
"""
SVG = "{http://www.w3.org/2000/svg}"


def function() -> CodeObject:
    return list(from_host(compile(SOURCE, "search.py", "exec")).walk())[1]


def sample(version: str) -> list[CodeObject]:
    answer = answers(version, "code")[-1]
    return list(load_marshal(base64.b64decode(answer["marshal"]), version).walk())


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "search.py").write_text(SOURCE)
    monkeypatch.chdir(tmp_path)
    return tmp_path


# --- forms ----------------------------------------------------------------------------------


def test_json_has_blocks_edges_loops_and_depths() -> None:
    form = graph_json(function())
    json.dumps(form)
    names = {block["name"] for block in form["blocks"]}
    kinds = set()
    for block in form["blocks"]:
        for edge in block["edges"]:
            assert edge["target"] in names
            kinds.add(edge["kind"])
        assert block["offsets"][0] == block["start"] < block["end"]
    assert kinds == {"fallthrough", "taken", "exception"}
    assert form["blocks"][0]["depth"] == 0
    assert any(block["is_handler"] for block in form["blocks"])
    assert len(form["loops"]) >= 2
    assert max(block["loop_depth"] for block in form["blocks"]) >= 1


def test_dot_names_every_block_and_edge() -> None:
    code = function()
    text = graph_dot([code, code])
    graph = Flow(code).graph
    assert len(re.findall(r"^    c1_B\d+ \[label=", text, re.MULTILINE)) == len(graph.blocks)
    assert len(re.findall(r"^    c0_B\d+ -> c0_B\d+ \[", text, re.MULTILINE)) == len(graph.edges)
    assert r"'<&>'\l" in text
    assert text.startswith("digraph {")
    assert text.count("{") == text.count("}")
    quoted = CodeObject("3.13", name='"\n\\', qualname='"\n\\')
    assert r'label="\"\\n\\"' in graph_dot([quoted])


def test_svg_is_xml_with_every_block_and_edge() -> None:
    code = function()
    root = ElementTree.fromstring(flow_svg([code]))
    graph = Flow(code).graph
    blocks = [each for each in root.iter(f"{SVG}rect") if "block" in each.get("class", "")]
    edges = [each for each in root.iter(f"{SVG}path") if "edge" in each.get("class", "")]
    assert len(blocks) == len(graph.blocks)
    assert len(edges) == len(graph.edges)
    text = "".join(root.itertext())
    assert "'<&>'" in text
    assert "stack: iter(items)" in text
    assert "loop" in text
    assert "handler" in text
    assert float(root.get("width", "0")) > 100


def test_svg_of_strange_names_is_still_xml() -> None:
    strange = CodeObject("3.13", name="\x00\ud800<", qualname="\x00\ud800<", filename="\x1b")
    ElementTree.fromstring(flow_svg([strange]))
    ElementTree.fromstring(flow_svg([]))


def test_svg_shows_the_source_and_what_the_colours_mean() -> None:
    source = "def f(a):\n    while a:\n        a -= '<'\n"
    code = next(
        each for each in from_host(compile(source, "p.py", "exec")).walk() if each.name == "f"
    )
    root = ElementTree.fromstring(flow_svg([code], source.split("\n")))
    text = "\n".join("".join(each.itertext()) for each in root.iter())
    assert "2  while a:" in text
    assert "a -= '<'" in text
    assert all(kind in text for kind in ("fallthrough", "taken", "exception"))


def test_blocks_are_no_farther_apart_than_they_must_be() -> None:
    wide, narrow = (400.0, 20.0), (50.0, 20.0)
    layout = Layout([narrow, narrow, narrow, narrow, wide], [(0, 1), (0, 2), (0, 3), (1, 4)])
    assert layout.width == pytest.approx(400.0, abs=60)


# --- geometry -------------------------------------------------------------------------------


def check_layout(sizes: list[tuple[float, float]], edges: list[tuple[int, int]]) -> Layout:
    layout = Layout(sizes, edges)
    assert set(layout.boxes) == set(range(len(sizes)))
    boxes = list(layout.boxes.values())
    for number, box in enumerate(boxes):
        assert box.x - box.width / 2 >= -0.01
        assert box.x + box.width / 2 <= layout.width + 0.01
        assert box.bottom <= layout.height + 0.01
        for other in boxes[:number]:
            apart_x = abs(box.x - other.x) - (box.width + other.width) / 2
            apart_y = max(other.y - box.bottom, box.y - other.bottom)
            assert apart_x >= GAP_X - 1 or apart_y > 0
    for source, target in edges:
        if source != target:
            up = (source, target) in layout.backward
            assert (layout.boxes[target].y < layout.boxes[source].y) == up
    return layout


@pytest.mark.parametrize(
    ("count", "edges", "backward"),
    [
        (1, [], set()),
        (1, [(0, 0)], {(0, 0)}),
        (2, [(0, 1), (1, 0)], {(1, 0)}),
        (3, [(0, 1)], set()),
        (4, [(0, 1), (1, 2), (2, 1), (1, 3), (0, 3), (2, 2)], {(2, 1), (2, 2)}),
    ],
)
def test_layout_of_small_graphs(
    count: int, edges: list[tuple[int, int]], backward: set[tuple[int, int]]
) -> None:
    layout = check_layout([(100.0, 40.0)] * count, edges)
    assert layout.backward == backward


@pytest.mark.parametrize("version", ["3.8", "3.13"])
def test_layout_of_real_code(version: str) -> None:
    for code in sample(version):
        graph = Flow(code).graph
        edges = list(dict.fromkeys((edge.source, edge.target) for edge in graph.edges))
        check_layout([(80.0 + len(b.instructions), 30.0) for b in graph.blocks], edges)
    ElementTree.fromstring(flow_svg(sample(version)))


def test_long_ways_go_around_blocks() -> None:
    layout = check_layout([(100.0, 50.0)] * 4, [(0, 1), (1, 2), (2, 3), (0, 3)])
    way = layout.ways[0, 3]
    assert len(way) == 4  # two layers are passed, each at its top and at its bottom
    for x, _ in way:
        assert all(abs(x - layout.boxes[index].x) > 50 for index in (1, 2))


# --- the command ----------------------------------------------------------------------------


@pytest.mark.parametrize("format", ["text", "json", "dot", "svg"])
def test_every_format(program: Path, format: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_app(["cfg", "search.py", "--format", format]) == 0
    everything = capsys.readouterr().out
    assert run_app(["cfg", "search.py", "--function", "search", "--format", format]) == 0
    one = capsys.readouterr().out
    assert "search" in one
    assert "B1" in one
    assert len(one) < len(everything)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            ["search.py", "--function", "nope"],
            "there is no function or class 'nope' in 'search.py'",
        ),
        (["search.py", "--format", "png"], "--format is one of text, svg, dot, json, not 'png'"),
        (["nope.py"], "can't open file 'nope.py': [Errno 2] No such file or directory"),
    ],
)
def test_bad_input(
    program: Path, words: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_app(["cfg", *words]) == 2
    assert capsys.readouterr().err == f"peephole: {message}\n"
    assert run_app(["cfg", "-c", "a b"]) == 2
    assert "SyntaxError" in capsys.readouterr().err
