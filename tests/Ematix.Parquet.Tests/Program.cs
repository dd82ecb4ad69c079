using Ematix.Tests.Export;

// Started by a test under a heap limit, it exports; else it is the test program.
return args is ["export", .. var rest]
    ? await LargeExport.RunAsync(rest)
    : await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args);
