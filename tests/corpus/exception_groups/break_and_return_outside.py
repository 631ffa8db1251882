def function():
    results = []
    for i in range(4):
        try:
            if i == 3:
                break
            raise ExceptionGroup("g", [ValueError(i), OSError(i)])
        except* OSError:
            results.append(f"os{i}")
        except* ValueError:
            results.append(f"value{i}")
        else:
            results.append("else")
        finally:
            results.append("finally")
    return results


print(function())
for source in (
    "def f():\n try: pass\n except* ValueError: return",
    "for i in []:\n try: pass\n except* ValueError: break",
    "for i in []:\n try: pass\n except* ValueError: continue",
    "try: pass\nexcept* ValueError: pass\nexcept TypeError: pass",
):
    try:
        compile(source, "<source>", "exec")
    except SyntaxError as error:
        print(error.msg, error.lineno)
