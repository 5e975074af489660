using BenchmarkDotNet.Running;
using Chancery.Benchmarks;

if (args is ["street", var path]) return Throughput.Run(path);
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, new BenchmarkConfig());
return 0;
