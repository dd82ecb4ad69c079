using Ematix.Tests.Reliability;
using Xunit.Runner.InProc.SystemConsole;

// Some tests start this program again, as one that loads and is then killed.
return args is [LoadWorker.Command] ? await LoadWorker.RunAsync() : await ConsoleRunner.Run(args);
