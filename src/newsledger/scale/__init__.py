"""Archives of any size: shards of input to shards of output, on all cores of one machine or on a cluster."""
