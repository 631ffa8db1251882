class T:
    def __repr__(self): return "réпр"
    def __str__(self): return "strё"
    def __format__(self, spec): return f"<{spec}>"


t, spec = T(), ">8"
print(f"{t}", f"{t!s}", f"{t!r}", f"{t!a}")
print(f"{t:x}", f"{t!s:>8}", f"{t!r:>8}", f"{t!a:>20}")
print(f"{t:{spec}}", f"{t!s:{spec}}", f"{t!r:{spec}}", f"{t!a:{spec}0}")
print(f"{t=}", f"{t=!s}", f"{t=!r:>9}", f"{t=:z}", f"{t = !a}")
print(f"a{1}b{2!r}c{'3'!s:_<{4}}d" f"{5}" "e", sep="|")
print(f"{1}{2}{3}{4}{5}{6}{7}{8}{9}{'':1}{None}{True}{[]!r}{...}")
print(f"{'a':>{1 + 2}}{'b':{'>'}{3}}{3.14159:.{2}f}{10:{'#'}x}{255:{'0' + '8'}b}")
print(f'{",".join(f"{x}" for x in range(3))}', f"{(lambda v: v * 2)(4)}", f"{ {'k': 'v'}['k'] }", f"{[i for i in 'ab']}")
