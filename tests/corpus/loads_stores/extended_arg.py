source = ["def many_names():"]
source += [f"    v{i} = {i} + 0.5" for i in range(300)]
source += ["    return " + " + ".join(f"v{i}" for i in range(300))]
namespace = {}
exec("\n".join(source), namespace)
print(namespace["many_names"]())

source = [f"g{i} = 'text {i}'" for i in range(600)]
source += ["found = []", "for key in range(2):"]
source += [f"    found.append(g{i}.upper())" for i in range(0, 600, 7)]
source += ["    if key: found.append(g599); del g599", "found = found[-3:]"]
namespace = {}
exec("\n".join(source), namespace)
print(namespace["found"], "g599" in namespace)

source = ["class Big:"] + [f"    attr{i} = {i}.25" for i in range(300)]
source += ["    def get(self):", "        return " + " + ".join(f"self.attr{i}" for i in range(300))]
exec("\n".join(source), namespace)
print(namespace["Big"]().get())

source = ["def loop(n):", "    total = 0", "    for i in range(n):", "        if i % 2:"]
source += ["            total += i * 3 + 1"] * 150
source += ["        else:"] + ["            total -= i * 2 - 1"] * 150
source += ["        if total > 10**9: break", "    return total"]
exec("\n".join(source), namespace)
print(namespace["loop"](50))
source = ["def fail(n):"] + ["    n = n + 1"] * 300 + ["    return n.missing_attribute"]
exec("\n".join(source), namespace)
try:
    namespace["fail"](0)
except AttributeError as error:
    print(error, error.__traceback__.tb_next.tb_lineno)
