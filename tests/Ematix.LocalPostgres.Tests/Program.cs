using System.Runtime.Versioning;
using Ematix.LocalPostgres.Tests.Support;
using Xunit.Runner.InProc.SystemConsole;

// They look for processes under /proc.
[assembly: SupportedOSPlatform("linux")]

return args is [ServerHolder.Command, ..] ? await ServerHolder.RunAsync(args[1..]) : await ConsoleRunner.Run(args);
