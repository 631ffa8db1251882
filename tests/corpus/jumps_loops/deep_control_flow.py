def maze(n):
    path = []
    for a in range(n):
        if a % 7 == 6:
            continue
        for b in range(a):
            while b:
                b -= 1
                if b % 3 == 2:
                    continue
                elif b % 5 == 4:
                    break
                else:
                    if a > 4 and b == 0:
                        path.append((a, b))
                        break
                    elif not a:
                        return "never"
            else:
                path.append(("while-else", a))
                if len(path) > 12:
                    break
        else:
            path.append(("for-else", a))
        if a == 8 or (a > 5 and len(path) > 20) or not path:
            break
    else:
        return "not here"
    return path


print(maze(12))


def collatz(n):
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    return steps


print([collatz(n) for n in range(1, 20)])


def state_machine(text):
    state, out, word = "start", [], ""
    for c in text + "\0":
        match state, c:
            case "start", " ":
                pass
            case "start", '"':
                state = "quoted"
            case "start", "\0":
                break
            case "start", _:
                state, word = "word", c
            case "word", " " | "\0":
                out.append(word)
                state, word = "start", ""
            case "quoted", '"':
                out.append(f"<{word}>")
                state, word = "start", ""
            case _, _:
                word += c
    return out


print(state_machine('one "two three" four  five'))
primes = [n for n in range(2, 60) if all(n % d for d in range(2, int(n**0.5) + 1))]
print(primes)
i = j = 0
while i < 3 and j < 10 or i == 0:
    i, j = i + 1, j + (i if i % 2 else 2)
    if not (i < 2 or j > 100) and i != j:
        continue
print(i, j)
