namespace Ematix.Oracle.Tests;

/// <summary>The views of this project, driven by values.</summary>
internal static class Drivers
{
    public static readonly ViewDriver Spend = new TypedDriver<Spend, long>(Specs.Spend);

    public static readonly ViewDriver Reading = new TypedDriver<Reading, Reading.Key>(Specs.Reading);

    public static readonly ViewDriver Cell = new TypedDriver<Cell, Cell.Key>(Specs.Cell);

    public static readonly ViewDriver Profile = new TypedDriver<Profile, int>(Specs.Profile);

    public static readonly ViewDriver Quote = new TypedDriver<Quote, Quote.Key>(Specs.Quote);

    public static readonly ViewDriver Stock = new TypedDriver<Stock, short>(Specs.Stock);

    public static readonly ViewDriver Everything = new TypedDriver<Everything, Guid>(Specs.Everything);

    public static readonly ViewDriver Pulse = new TypedDriver<Pulse, int>(Specs.Pulse);
}
