using Ematix.Tests.Memory;
using Ematix.Tests.Reliability;
using Xunit.Runner.InProc.SystemConsole;

// Some tests start this program again, as one that loads in a process of its own: to be killed, or with little memory.
return args switch
{
    [LoadWorker.Command] => await LoadWorker.RunAsync(),
    [MemoryWorker.Command, var kind, var rows] => await MemoryWorker.RunAsync(kind, rows),
    [SpineWorker.Command, var kind, var rows] => await SpineWorker.RunAsync(kind, rows),
    _ => await ConsoleRunner.Run(args),
};
