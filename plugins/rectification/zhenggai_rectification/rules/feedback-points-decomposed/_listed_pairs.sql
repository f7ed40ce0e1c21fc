SELECT DISTINCT finding, words, unnest(list_transform(range(1, greatest(length(words), 2)), lambda n: substr(words, n, 2))) AS pair
FROM listed
