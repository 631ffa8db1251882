names = [f"p{i}" for i in range(300)]
source = f"def many({', '.join(names)}): return {' + '.join(names)}\n"
source += f"total = many({', '.join(str(i) for i in range(300))})\n"
source += f"keyed = many({', '.join(f'{n}={i}' for i, n in enumerate(names))})\n"
source += f"listed = [{', '.join(f'p(x, {i})' for i in range(300))}]\n"
source += f"tupled = ({', '.join(f'x + {i}' for i in range(300))})\n"
source += f"mapped = {{{', '.join(f'x + {i}: {i}' for i in range(300))}}}\n"
source += f"setted = {{{', '.join(f'x + {i}' for i in range(300))}}}\n"
source += f"text = f\"{''.join('{x}' for i in range(300))}\"\n"
source += f"{', '.join(names)} = range(300)\n"
source += f"{', '.join(names[:255])}, *tail = range(310)\n"
source += f"*head, {', '.join(names)} = range(310)\n"
space = {"x": 1, "p": lambda a, b: a * b}
exec(source, space)
print(space["total"], space["keyed"], sum(space["listed"]), sum(space["tupled"]))
print(len(space["mapped"]), len(space["setted"]), len(space["text"]), space["p299"], space["tail"], space["head"])
try:
    space["many"](*range(299))
except TypeError as error:
    print(error)
try:
    space["many"](*range(301))
except TypeError as error:
    print(error)
