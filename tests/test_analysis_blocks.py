"""Blocks, edges, loops, handlers, and the arrows that are drawn of them."""

from __future__ import annotations

import base64

import pytest

from oracles import VERSIONS, answers
from peephole.analysis.arrows import ASCII, MOST_LANES, Margin
from peephole.analysis.blocks import EXCEPTION, FALLTHROUGH, TAKEN, Graph, graph
from peephole.analysis.branches import branches
from peephole.analysis.effects import ENDS
from peephole.analysis.handlers import handlers
from peephole.code import CodeObject, from_host, load_marshal
from peephole.disassembly import disassemble
from peephole.isa import operands, table


def graph_of(source: str, name: str = "f") -> Graph:
    module = from_host(compile(source, "<test>", "exec"))
    code = next(each for each in module.walk() if each.name == name)
    return graph(code, disassemble(code))


def kinds(found: Graph) -> set[str]:
    return {edge.kind for edge in found.edges}


def test_straight_code_is_one_block() -> None:
    found = graph_of("def f(a, b): return a + b")
    assert len(found.blocks) == 1
    assert found.edges == []
    assert found.loops() == []
    assert found.blocks[0].start == 0


def test_a_condition_has_two_ways() -> None:
    found = graph_of("def f(a):\n if a: g()\n h()")
    assert kinds(found) == {FALLTHROUGH, TAKEN}
    (first,) = [block for block in found.blocks if len(block.edges) == 2]
    assert {edge.kind for edge in first.edges} == {FALLTHROUGH, TAKEN}


def test_loops_are_found_with_those_inside_them() -> None:
    found = graph_of("def f(xs):\n for x in xs:\n  while x:\n   x = g(x)\n return 1")
    outer, inner = found.loops()
    assert inner.blocks < outer.blocks
    assert outer.header in outer.blocks
    heads = [found.blocks[outer.header].instructions[0].opname]
    assert heads == ["FOR_ITER"]
    assert graph_of("def f(x):\n while x: x = g(x)").loops()[0].blocks


def test_exceptions_have_edges_to_handlers() -> None:
    found = graph_of("def f():\n try: g()\n except E: h()\n i()")
    edges = [edge for edge in found.edges if edge.kind == EXCEPTION]
    assert edges
    for edge in edges:
        assert found.blocks[edge.target].is_handler
    assert not found.blocks[0].is_handler


def test_unreachable_blocks_are_told() -> None:
    opmap = table("3.13").opmap
    code = CodeObject("3.13", code=bytes([opmap["RETURN_CONST"], 0] * 2), consts=(None,))
    found = graph(code, disassemble(code))
    assert found.reachable() == {0}
    assert len(found.blocks) == 2
    assert found.loops() == []
    empty = graph(CodeObject("3.13"), [])
    assert empty.blocks == []
    assert empty.reachable() == set()
    assert empty.loops() == []


@pytest.mark.parametrize("version", VERSIONS)
def test_blocks_cut_the_code_where_control_enters_and_leaves(version: str) -> None:
    for answer in answers(version, "code")[:6]:
        for code in load_marshal(base64.b64decode(answer["marshal"]), version).walk():
            check_graph(code)


def check_graph(code: CodeObject) -> None:
    instructions = disassemble(code)
    found = graph(code, instructions)
    assert [each for block in found.blocks for each in block.instructions] == instructions
    starts = {block.start for block in found.blocks}
    operand = table(code.version).operand
    offsets = [each.offset for each in instructions]
    held = dict(zip(offsets, handlers(code, instructions), strict=True))
    for block in found.blocks:
        last = block.instructions[-1]
        for each in block.instructions[:-1]:
            assert each.opname not in ENDS
            assert operand[each.opname] not in operands.JUMPS
            assert each.end_offset not in starts
        ways = {(found.blocks[edge.target].start, edge.kind) for edge in block.edges}
        assert ((last.jump_target, TAKEN) in ways) == (operand[last.opname] in operands.JUMPS)
        assert ((last.end_offset, FALLTHROUGH) in ways) == (last.opname not in ENDS)
        for each in block.instructions:
            handler = held[each.offset]
            assert handler is None or (handler.target, EXCEPTION) in ways
    for loop in found.loops():
        assert loop.header in loop.blocks
        assert any(
            edge.target == loop.header and edge.source in loop.blocks for edge in found.edges
        )


# --- handlers -------------------------------------------------------------------------------


@pytest.mark.parametrize("version", ["3.8", "3.9", "3.10"])
def test_older_handlers_are_where_setup_says(version: str) -> None:
    seen = 0
    for answer in answers(version, "code"):
        for code in load_marshal(base64.b64decode(answer["marshal"]), version).walk():
            instructions = disassemble(code)
            setups = {
                each.jump_target for each in instructions if each.opname.startswith("SETUP_F")
            }
            held = handlers(code, instructions)
            for each, handler in zip(instructions, held, strict=True):
                if handler is None:
                    continue
                seen += 1
                assert handler.depth is None
                assert handler.target in setups or "WITH" in "".join(i.opname for i in instructions)
                assert handler.target != each.offset
    assert seen > 500


def test_handlers_of_the_exception_table() -> None:
    module = from_host(compile("try: f()\nexcept E: g()", "<test>", "exec"))
    instructions = disassemble(module)
    held = handlers(module, instructions)
    (entry, *_) = module.exception_entries()
    pairs = zip(instructions, held, strict=True)
    inside = [each.offset for each, handler in pairs if handler is not None]
    assert entry.start in inside
    assert 0 not in inside


# --- arrows ---------------------------------------------------------------------------------


def drawn(jumps: list[tuple[int, int]], rows: int) -> list[str]:
    margin = Margin(jumps, ASCII)
    return [margin.row(row).rstrip() for row in range(rows)]


def test_arrows_go_forward_backward_and_share_lanes() -> None:
    assert drawn([(0, 2)], 3) == ["+-", "|", "+>"]
    assert drawn([(2, 0)], 3) == ["+>", "|", "+-"]
    assert drawn([(0, 1), (2, 3)], 4) == ["+-", "+>", "+-", "+>"]
    assert drawn([(0, 3), (1, 2)], 4) == ["+--", "|+-", "|+>", "+->"]
    assert drawn([(0, 3), (1, 3)], 4) == ["+-", "|-", "|", "+>"]
    assert drawn([], 2) == ["", ""]


def test_arrows_cross_in_box_characters() -> None:
    margin = Margin([(0, 2), (1, 3)])
    assert [margin.row(row).rstrip() for row in range(4)] == [" ╭─", "╭┼─", "│╰▶", "╰─▶"]
    assert margin.between(1).rstrip() == " │"
    assert margin.between(0).rstrip() == ""
    assert margin.width == len(margin.row(0)) == len(margin.between(1))


def test_arrows_beyond_the_lanes_are_left_out() -> None:
    jumps = [(row, 100 - row) for row in range(40)]
    margin = Margin(jumps)
    assert margin.lanes == MOST_LANES
    assert len(margin.arrows) == MOST_LANES


def test_a_jump_to_itself_is_drawn() -> None:
    assert drawn([(1, 1)], 3) == ["", "->", ""]


@pytest.mark.parametrize("version", VERSIONS)
def test_branches_go_to_instructions(version: str) -> None:
    for answer in answers(version, "code"):
        for code in load_marshal(base64.b64decode(answer["marshal"]), version).walk():
            starts = {each.start_offset for each in disassemble(code)} | {len(code.code)}
            for branch in branches(code):
                assert branch.source < len(code.code)
                assert {branch.not_taken, branch.taken} <= starts, (answer["path"], code.name)


def test_branches_are_those_of_the_interpreter() -> None:
    async def f(items, n):  # type: ignore[no-untyped-def]
        async for item in items:
            while item and n is not None:
                n = [x for x in item if x] or (await n) or (yield item)
        for item in items:
            print(item)

    found = branches(from_host(f.__code__))
    assert len(found) > 6
    if hasattr(f.__code__, "co_branches"):
        assert [tuple(each) for each in found] == list(f.__code__.co_branches())
