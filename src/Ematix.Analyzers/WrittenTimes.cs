using Ematix.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ematix.Analyzers;

/// <summary>Reads durations and instants that are written out in constants; null where they are not.</summary>
internal static class WrittenTimes
{
    private const string BackfillWindow = "Ematix.BackfillWindow";

    private static readonly Dictionary<string, long> Ticks = new(StringComparer.Ordinal)
    {
        ["days"] = TimeSpan.TicksPerDay,
        ["hours"] = TimeSpan.TicksPerHour,
        ["minutes"] = TimeSpan.TicksPerMinute,
        ["seconds"] = TimeSpan.TicksPerSecond,
        ["milliseconds"] = TimeSpan.TicksPerMillisecond,
        ["microseconds"] = 10,
        ["ticks"] = 1,
    };

    /// <summary>Reads <c>TimeSpan.FromHours(4)</c>, <c>new TimeSpan(…)</c>, <c>TimeSpan.Zero</c>, and their negatives.</summary>
    public static TimeSpan? Duration(IOperation? value) => value?.Type.Is(KnownNames.TimeSpan) != true ? null : value switch
    {
        IFieldReferenceOperation { Field: { Name: nameof(TimeSpan.Zero), ContainingType: var type } } when type.Is(KnownNames.TimeSpan) => TimeSpan.Zero,
        IDefaultValueOperation => TimeSpan.Zero,
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus } minus => Duration(minus.Operand) is { } positive && positive != TimeSpan.MinValue ? -positive : null,
        IObjectCreationOperation creation => Sum(creation.Arguments, unit: null),
        IInvocationOperation { TargetMethod: { Name: var name, ContainingType: var type } } call
            when type.Is(KnownNames.TimeSpan) && name.StartsWith("From", StringComparison.Ordinal) => Sum(call.Arguments, name.Substring(4)),
        _ => null,
    };

    /// <summary>Reads <c>new BackfillWindow(from, to)</c> with both bounds written out.</summary>
    public static BackfillWindow? Window(IOperation? value) =>
        value is IObjectCreationOperation { Arguments: [{ } first, { } second] } creation && creation.Type.Is(BackfillWindow)
            && Instant(first.Value) is { } one && Instant(second.Value) is { } other
        ? first.Parameter?.Name == nameof(Ematix.BackfillWindow.From) ? new(one, other) : new(other, one)
        : null;

    // The parameter's name is the unit; where it is only "value", the method's name has it.
    private static TimeSpan? Sum(IEnumerable<IArgumentOperation> arguments, string? unit)
    {
        var sum = 0m;
        foreach (var argument in arguments)
        {
            var name = argument.Parameter?.Name is { } parameter and not "value" ? parameter : unit?.ToLowerInvariant();
            if (name is null || !Ticks.TryGetValue(name, out var ticks) || Whole(argument.Value.ConstantValue) is not { } number)
                return null;
            sum += number * ticks;
        }

        return sum is >= long.MinValue and <= long.MaxValue ? new TimeSpan((long)sum) : null;
    }

    // Fractions are left to the runtime: how a double is rounded has changed between versions of .NET.
    private static decimal? Whole(Optional<object?> constant) => constant is not { HasValue: true, Value: var value } ? null : value switch
    {
        int number => number,
        long number => number,
        double number when Math.Abs(number) < 1e12 && Math.Floor(number) == number => (decimal)number,
        _ => null,
    };

    private static DateTimeOffset? Instant(IOperation value)
    {
        if (value.WithoutConversion() is not IObjectCreationOperation { Arguments: { Length: > 1 } arguments } creation || !creation.Type.Is(KnownNames.DateTimeOffset))
            return null;
        var parts = new Dictionary<string, int>(StringComparer.Ordinal);
        TimeSpan? offset = null;
        foreach (var argument in arguments)
        {
            if (argument.Parameter is { Name: "offset" })
                offset = Duration(argument.Value.WithoutConversion());
            else if (argument is { Parameter.Name: { } part, Value.ConstantValue: { HasValue: true, Value: int number } })
                parts[part] = number;
            else
                return null;
        }

        return offset is { } known && parts.ContainsKey("year") ? Instant(parts, known) : null;
    }

    private static DateTimeOffset? Instant(Dictionary<string, int> parts, TimeSpan offset)
    {
        try
        {
            return new DateTimeOffset(Part("year"), Part("month"), Part("day"), Part("hour"), Part("minute"), Part("second"), Part("millisecond"), offset)
                .AddTicks(Part("microsecond") * 10L);
        }
        catch (ArgumentException)
        {
            // No such day or offset: the program itself will say so.
            return null;
        }

        int Part(string name) => parts.TryGetValue(name, out var number) ? number : 0;
    }
}
