# status: 1
def tabbed(x):
	if x:
		try:
			return {"key": x}["key"] + (x if x else 0) + [y for y in range(3)][x] + [y for y in range(3)][x * 10] + sum([1, 2, 3])
		except TypeError:
			pass


def semicolons(a): b = a + 1; c = tabbed(b); return c


print(tabbed(1) if False else "start"); semicolons(0); print("never")
