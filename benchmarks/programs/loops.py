"""Nested loops over integers: sieve, Collatz, greatest common divisors, digits, bits."""

import sys
import time

ITERATIONS = 60


def sieve(limit):
    prime = [True] * limit
    prime[0] = prime[1] = False
    candidate = 2
    while candidate * candidate < limit:
        if prime[candidate]:
            for multiple in range(candidate * candidate, limit, candidate):
                prime[multiple] = False
        candidate += 1
    count = 0
    for flag in prime:
        if flag:
            count += 1
    return count


def longest_collatz(limit):
    best = best_length = 0
    for start in range(1, limit):
        n, length = start, 0
        while n != 1:
            if n & 1:
                n = 3 * n + 1
            else:
                n >>= 1
            length += 1
        if length > best_length:
            best, best_length = start, length
    return best * best_length


def coprime_pairs(limit):
    pairs = 0
    for a in range(1, limit):
        for b in range(1, a):
            x, y = a, b
            while y:
                x, y = y, x % y
            if x == 1:
                pairs += 1
    return pairs


def happy_numbers(limit):
    happy = 0
    for n in range(1, limit):
        while n not in (1, 4):
            total = 0
            while n > 0:
                n, digit = n // 10, n % 10
                total += digit * digit
            n = total
        if n == 1:
            happy += 1
    return happy


def mix(rounds):
    state = 0x9E3779B9
    for i in range(rounds):
        state ^= (state << 13) & 0xFFFFFFFF
        state ^= state >> 17
        state ^= (state << 5) & 0xFFFFFFFF
        if i % 7 == 3 or state < 1000:
            continue
        state = (state + i) & 0xFFFFFFFF
    return state


def work(iterations):
    total = 0
    for step in range(iterations):
        total += sieve(4000 + step % 100)
        total += longest_collatz(250)
        total += coprime_pairs(60)
        total += happy_numbers(250)
        total ^= mix(2500 + step % 100)
    return total


if __name__ == "__main__":
    iterations = int(sys.argv[1]) if len(sys.argv) > 1 else ITERATIONS
    begin = time.process_time()
    checksum = work(iterations)
    elapsed = time.process_time() - begin
    print(checksum)
    print("seconds", elapsed, file=sys.stderr)
