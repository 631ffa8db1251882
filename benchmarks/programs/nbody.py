"""Floats: the planets around the Sun, integrated step by step."""

import sys
import time

ITERATIONS = 60

SOLAR_MASS = 4 * 3.141592653589793**2
DAYS = 365.24

# position (au), velocity (au a day), mass (Suns)
PLANETS = [
    [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0],
    [4.84143144, -1.16032004, -0.10362204, 1.66007664e-3, 7.69901118e-3, -6.90460016e-5, 9.5479e-4],
    [8.34336671, 4.12479856, -0.40352341, -2.76742510e-3, 4.99852801e-3, 2.30417297e-5, 2.8588e-4],
    [12.8943695, -15.1111514, -0.22330758, 2.96460137e-3, 2.37847173e-3, -2.9658956e-5, 4.3662e-5],
    [15.3796971, -25.9193146, 0.17925877, 2.68067772e-3, 1.62824170e-3, -9.5159225e-5, 5.1514e-5],
]


def solar_system():
    bodies = []
    for x, y, z, vx, vy, vz, mass in PLANETS:
        bodies.append(
            ([x, y, z], [vx * DAYS, vy * DAYS, vz * DAYS], mass * SOLAR_MASS),
        )
    momentum = [0.0, 0.0, 0.0]
    for _, velocity, mass in bodies:
        for axis in range(3):
            momentum[axis] += velocity[axis] * mass
    for axis in range(3):
        bodies[0][1][axis] = -momentum[axis] / SOLAR_MASS
    return bodies


def pairs_of(bodies):
    pairs = []
    for i in range(len(bodies)):
        for j in range(i + 1, len(bodies)):
            pairs.append((bodies[i], bodies[j]))
    return pairs


def advance(bodies, pairs, dt, steps):
    for _ in range(steps):
        for ([x1, y1, z1], v1, m1), ([x2, y2, z2], v2, m2) in pairs:
            dx = x1 - x2
            dy = y1 - y2
            dz = z1 - z2
            square = dx * dx + dy * dy + dz * dz
            force = dt / (square * square**0.5)
            a1 = m2 * force
            a2 = m1 * force
            v1[0] -= dx * a1
            v1[1] -= dy * a1
            v1[2] -= dz * a1
            v2[0] += dx * a2
            v2[1] += dy * a2
            v2[2] += dz * a2
        for place, (vx, vy, vz), _mass in bodies:
            place[0] += dt * vx
            place[1] += dt * vy
            place[2] += dt * vz


def energy(bodies, pairs):
    total = 0.0
    for _, (vx, vy, vz), mass in bodies:
        total += 0.5 * mass * (vx * vx + vy * vy + vz * vz)
    for ((x1, y1, z1), _, m1), ((x2, y2, z2), _, m2) in pairs:
        total -= m1 * m2 / ((x1 - x2) ** 2 + (y1 - y2) ** 2 + (z1 - z2) ** 2) ** 0.5
    return total


def work(iterations):
    bodies = solar_system()
    pairs = pairs_of(bodies)
    before = energy(bodies, pairs)
    for _ in range(iterations):
        advance(bodies, pairs, 0.01, 500)
    return f"{before:.9f} {energy(bodies, pairs):.9f}"


if __name__ == "__main__":
    iterations = int(sys.argv[1]) if len(sys.argv) > 1 else ITERATIONS
    begin = time.process_time()
    checksum = work(iterations)
    elapsed = time.process_time() - begin
    print(checksum)
    print("seconds", elapsed, file=sys.stderr)
