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

    public static readonly ViewDriver Order = new TypedDriver<Order, int>(Specs.Order);

    public static readonly ViewDriver Account = new TypedDriver<Account, Account.Key>(Specs.Account);

    public static readonly ViewDriver Label = new TypedDriver<Label, long>(Specs.Label);

    public static readonly ViewDriver Board = new TypedDriver<Board, int>(Specs.Board);

    public static readonly ViewDriver Trace = new TypedDriver<Trace, short>(Specs.Trace);

    public static readonly ViewDriver Pulse = new TypedDriver<Pulse, int>(Specs.Pulse);

    public static readonly ViewDriver OldVisit = new TypedDriver<Old.Visit, string>(EvolvingSpecs.OldVisit);

    public static readonly ViewDriver Visit = new TypedDriver<New.Visit, string>(EvolvingSpecs.Visit);

    public static readonly ViewDriver OldMember = new TypedDriver<Old.Member, int>(EvolvingSpecs.OldMember);

    public static readonly ViewDriver Member = new TypedDriver<New.Member, int>(EvolvingSpecs.Member);
}
