"""networkx: build graphs, then paths, components, centrality, flows, colourings, trees."""

import networkx as nx

graph = nx.grid_2d_graph(4, 4)
for number, (left, right) in enumerate(sorted(graph.edges)):
    graph.edges[left, right]["weight"] = (number * 7) % 5 + 1
print(graph, nx.is_connected(graph), nx.diameter(graph))
print(nx.shortest_path(graph, (0, 0), (3, 3), weight="weight"))
print(nx.dijkstra_path_length(graph, (0, 0), (3, 3)))
print({node: round(value, 3) for node, value in sorted(nx.betweenness_centrality(graph).items())[:4]})
print(sum(d["weight"] for *_, d in nx.minimum_spanning_edges(graph, data=True)))
print(sorted(nx.greedy_color(graph).items())[:3], nx.is_bipartite(graph))
flow = nx.DiGraph()
for a, b, capacity in (("s", "a", 3), ("s", "b", 2), ("a", "b", 1), ("a", "t", 2), ("b", "t", 3)):
    flow.add_edge(a, b, capacity=capacity)
print(nx.maximum_flow_value(flow, "s", "t"), list(nx.topological_sort(flow)))
karate = nx.karate_club_graph()
print(karate.number_of_nodes(), nx.density(karate), sorted(nx.core_number(karate).values())[-3:])
print([sorted(c)[:4] for c in nx.community.label_propagation_communities(karate)])
try:
    nx.shortest_path(nx.path_graph(3), 0, 9)
except nx.NodeNotFound as error:
    print(error)
print(list(nx.simple_cycles(nx.DiGraph([(0, 1), (1, 2), (2, 0), (1, 0)]))))
nx.add_path(flow, ["x", "y"])
nx.shortest_path(flow, "s", "y")
