"""Dicts and words: counting, an inverted index, anagrams, bigrams and a text made from them."""

import sys
import time

ITERATIONS = 100

VOCABULARY = (
    "the of and to in is you that it he for was on are as with his they at be this from have or by "
    "one had not but what all were when we there can an your which their said if do will each about "
    "how up out them then she many some so these would other into has more her two like him see time "
    "could no make than first been its who now people my made over did down only way find use may "
    "water long little very after words called just where most know listen silent evil live vile tea "
    "eat ate stop post spot pots"
).split()


def text_of(length, seed):
    words = []
    state = seed
    for _ in range(length):
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        word = VOCABULARY[(state >> 8) * (state >> 16) % len(VOCABULARY)]
        if state % 13 == 0:
            word = word.capitalize()
        if state % 11 == 0:
            word += ","
        words.append(word)
    return " ".join(words)


def clean(word):
    return word.strip(",.;").lower()


def count(words):
    counts = {}
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    return counts


def index(words):
    places = {}
    for place, word in enumerate(words):
        if word not in places:
            places[word] = []
        places[word].append(place)
    return places


def anagrams(words):
    groups = {}
    for word in words:
        groups.setdefault("".join(sorted(word)), set()).add(word)
    return sorted(",".join(sorted(group)) for group in groups.values() if len(group) > 1)


def bigrams(words):
    following = {}
    previous = None
    for word in words:
        if previous is not None:
            counts = following.setdefault(previous, {})
            try:
                counts[word] += 1
            except KeyError:
                counts[word] = 1
        previous = word
    return following


def chain(following, word, length):
    used = {}
    for _ in range(length):
        counts = following.get(word)
        if not counts:
            break
        best = None
        for candidate, number in counts.items():
            score = number - 2 * used.get(candidate, 0)
            if best is None or (score, candidate) > best:
                best = (score, candidate)
        word = best[1]
        used[word] = used.get(word, 0) + 1
    return sum(len(word) * number for word, number in used.items())


def work(iterations):
    total = 0
    for step in range(iterations):
        words = [clean(word) for word in text_of(1200, step + 7).split()]
        counts = count(words)
        common = sorted(counts, key=lambda word: (-counts[word], word))[:5]
        places = index(words)
        for word in common:
            total += places[word][0] + places[word][-1] + counts[word]
        total += sum(map(len, anagrams(words)))
        total += chain(bigrams(words), words[0], 20)
    return total


if __name__ == "__main__":
    iterations = int(sys.argv[1]) if len(sys.argv) > 1 else ITERATIONS
    begin = time.process_time()
    checksum = work(iterations)
    elapsed = time.process_time() - begin
    print(checksum)
    print("seconds", elapsed, file=sys.stderr)
