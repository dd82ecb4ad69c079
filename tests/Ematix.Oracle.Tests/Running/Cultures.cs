using System.Globalization;

namespace Ematix.Oracle.Tests;

/// <summary>Cultures of the calling program, which must change nothing.</summary>
internal static class Cultures
{
    private static readonly CultureInfo[] All = [CultureInfo.InvariantCulture, CultureInfo.GetCultureInfo("tr-TR"), CultureInfo.GetCultureInfo("ar-SA"), CultureInfo.GetCultureInfo("de-DE")];

    /// <summary>Sets the culture of a case, for the rest of the calling method.</summary>
    public static void Set(uint number) => CultureInfo.CurrentCulture = All[number % All.Length];
}
