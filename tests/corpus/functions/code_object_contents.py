import dis
import io


def function(a, b=2, *args, c, **kwargs):
    x = a + b
    for y in args:
        x += y.attribute
    return [x, c, print, "constant", 1.5, None, lambda: x]


code = function.__code__
print(code.co_consts[1:3] if code.co_consts[0] is None else code.co_consts[:3], code.co_names, code.co_varnames, code.co_cellvars)
print(code.co_stacksize > 2, len(code.co_code) > 20, code.co_nlocals, bin(code.co_flags & 0xFFF), len(list(code.co_lines())) > 2)
out = io.StringIO()
dis.dis(function, file=out)
for line in out.getvalue().splitlines():
    print(line.split(" at 0x")[0])
print([i.opname for i in dis.get_instructions(function.__code__.co_consts[-1] if hasattr(function.__code__.co_consts[-1], "co_code") else function)])
print(dis.Bytecode(function).first_line, dis.code_info(function).splitlines()[0])
print(list(function.__code__.co_positions())[:4])
