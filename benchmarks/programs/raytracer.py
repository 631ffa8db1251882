"""A small ray tracer: operator methods on vectors, objects, floats, recursion."""

import math
import sys
import time

ITERATIONS = 75


class Vector:
    __slots__ = ("x", "y", "z")

    def __init__(self, x, y, z):
        self.x = x
        self.y = y
        self.z = z

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y, self.z + other.z)

    def __sub__(self, other):
        return Vector(self.x - other.x, self.y - other.y, self.z - other.z)

    def __mul__(self, factor):
        return Vector(self.x * factor, self.y * factor, self.z * factor)

    __rmul__ = __mul__

    def __neg__(self):
        return Vector(-self.x, -self.y, -self.z)

    def __matmul__(self, other):
        return self.x * other.x + self.y * other.y + self.z * other.z

    def __iter__(self):
        yield self.x
        yield self.y
        yield self.z

    @property
    def length(self):
        return math.sqrt(self @ self)

    def normal(self):
        return self * (1.0 / self.length)

    def mirrored(self, normal):
        return self - 2.0 * (self @ normal) * normal


BLACK = Vector(0.0, 0.0, 0.0)


class Ray:
    def __init__(self, origin, direction):
        self.origin = origin
        self.direction = direction.normal()

    def at(self, distance):
        return self.origin + self.direction * distance


class Sphere:
    def __init__(self, centre, radius, colour, shine=0.0):
        self.centre = centre
        self.radius = radius
        self.colour = colour
        self.shine = shine

    def hit(self, ray):
        towards = self.centre - ray.origin
        along = towards @ ray.direction
        inside = self.radius**2 - (towards @ towards - along * along)
        if inside <= 0.0:
            return None
        distance = along - math.sqrt(inside)
        return distance if distance > 1e-6 else None

    def normal(self, point):
        return (point - self.centre) * (1.0 / self.radius)

    def colour_at(self, point):
        return self.colour


class Floor:
    shine = 0.1

    def __init__(self, height):
        self.height = height

    def hit(self, ray):
        if abs(ray.direction.y) < 1e-9:
            return None
        distance = (self.height - ray.origin.y) / ray.direction.y
        return distance if distance > 1e-6 else None

    def normal(self, point):
        return Vector(0.0, 1.0, 0.0)

    def colour_at(self, point):
        light = (math.floor(point.x) + math.floor(point.z)) % 2
        return Vector(0.9, 0.9, 0.9) if light else Vector(0.2, 0.3, 0.2)


class Scene:
    def __init__(self, shapes, light):
        self.shapes = shapes
        self.light = light

    def nearest(self, ray):
        best = None
        for shape in self.shapes:
            distance = shape.hit(ray)
            if distance is not None and (best is None or distance < best[0]):
                best = (distance, shape)
        return best

    def lit(self, point):
        return self.nearest(Ray(point, self.light - point)) is None

    def trace(self, ray, depth=0):
        hit = self.nearest(ray)
        if hit is None:
            sky = 0.5 + 0.5 * ray.direction.y
            return Vector(0.3, 0.5, 0.9) * sky
        distance, shape = hit
        point = ray.at(distance)
        normal = shape.normal(point)
        colour = shape.colour_at(point)
        brightness = 0.2
        if self.lit(point):
            brightness += 0.8 * max(0.0, normal @ (self.light - point).normal())
        result = colour * brightness
        if shape.shine and depth < 2:
            mirrored = self.trace(Ray(point, ray.direction.mirrored(normal)), depth + 1)
            result = result * (1.0 - shape.shine) + mirrored * shape.shine
        return result


def scene(turn):
    around = [turn * 0.1 + i * 2 * math.pi / 3 for i in range(3)]
    shapes = [
        Sphere(
            Vector(2 * math.cos(angle), 0.5, 6 + 2 * math.sin(angle)),
            0.8,
            Vector(1.0 - 0.3 * i, 0.3 * i, 0.5),
            shine=0.25 * i,
        )
        for i, angle in enumerate(around)
    ]
    return Scene([*shapes, Floor(-0.5)], Vector(-5.0, 8.0, 0.0))


def render(picture, width, height):
    total = BLACK
    eye = Vector(0.0, 1.0, 0.0)
    for row in range(height):
        for column in range(width):
            direction = Vector(column / width - 0.5, 0.4 - row / height, 1.0)
            total = total + picture.trace(Ray(eye, direction))
    return total


def work(iterations):
    total = BLACK
    for turn in range(iterations):
        total += render(scene(turn), 14, 10)
    return " ".join(f"{part:.6f}" for part in total)


if __name__ == "__main__":
    iterations = int(sys.argv[1]) if len(sys.argv) > 1 else ITERATIONS
    begin = time.process_time()
    checksum = work(iterations)
    elapsed = time.process_time() - begin
    print(checksum)
    print("seconds", elapsed, file=sys.stderr)
